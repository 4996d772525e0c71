using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScoreGen.Generator.Parsing;

/// <summary>The named arguments of an annotation. A value that does not compile counts as left out: the compiler reports it.</summary>
internal sealed class DepthArguments(AttributeData attribute, CancellationToken cancellation)
{
    public bool Has(string name) => attribute.NamedArguments.Any(argument => argument.Key == name);

    public T Value<T>(string name, T fallback)
    {
        var constant = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value;
        return constant.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum && constant.Value is T value ? value : fallback;
    }

    public double[]? Values(string name)
    {
        var constant = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value;
        return constant.Kind == TypedConstantKind.Array && !constant.IsNull
            ? constant.Values.Select(value => value.Value is double number ? number : 0).ToArray()
            : null;
    }

    /// <summary>Where the argument is written, or the whole annotation where it is not.</summary>
    public Location Location(string name)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax)
        {
            return Microsoft.CodeAnalysis.Location.None;
        }

        return (Argument(syntax, name) ?? (SyntaxNode)syntax).GetLocation();
    }

    /// <summary>Where each entry of an array is written, in order; empty where they are not written one by one.</summary>
    public IReadOnlyList<Location> Entries(string name)
    {
        IEnumerable<SyntaxNode> entries = (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax ? Argument(syntax, name)?.Expression : null) switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            CollectionExpressionSyntax collection => collection.Elements,
            _ => [],
        };
        return entries.Select(entry => entry.GetLocation()).ToList();
    }

    /// <summary>The argument as it is written where that is a division, and no number in it has a fraction; else null.</summary>
    public string? WholeDivision(string name)
        => attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
            && Argument(syntax, name)?.Expression is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } division
            && division.DescendantTokens().All(token => token.Value is not (double or float))
            ? division.ToString()
            : null;

    private static AttributeArgumentSyntax? Argument(AttributeSyntax syntax, string name)
        => syntax.ArgumentList?.Arguments.FirstOrDefault(candidate => candidate.NameEquals?.Name.Identifier.ValueText == name);
}
