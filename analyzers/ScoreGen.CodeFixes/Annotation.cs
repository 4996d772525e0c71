using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ScoreGen.CodeFixes;

/// <summary>Edits the named arguments of an attribute.</summary>
internal static class Annotation
{
    public static AttributeArgumentSyntax? Find(AttributeSyntax attribute, string name)
        => attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);

    /// <summary>Gives an argument a value: in its place if it is there already, at the end if not.</summary>
    public static AttributeSyntax With(AttributeSyntax attribute, string name, ExpressionSyntax value)
    {
        if (Find(attribute, name) is { } present)
        {
            return attribute.ReplaceNode(present.Expression, value.WithTriviaFrom(present.Expression));
        }

        var equals = Token(SyntaxKind.EqualsToken).WithLeadingTrivia(Space).WithTrailingTrivia(Space);
        var argument = AttributeArgument(NameEquals(IdentifierName(name)).WithEqualsToken(equals), null, value);
        if (attribute.ArgumentList is not { Arguments.Count: > 0 } list)
        {
            return attribute.WithArgumentList(AttributeArgumentList(SingletonSeparatedList(argument)));
        }

        var comma = Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space);
        return attribute.WithArgumentList(
            list.WithArguments(SeparatedList(list.Arguments.Append(argument), list.Arguments.GetSeparators().Append(comma))));
    }

    /// <summary>Takes an argument out; the parentheses go with the last one.</summary>
    public static AttributeSyntax Without(AttributeSyntax attribute, string name)
        => Find(attribute, name) is not { } argument ? attribute
            : attribute.ArgumentList!.Arguments.Count == 1 ? attribute.RemoveNode(attribute.ArgumentList, SyntaxRemoveOptions.KeepNoTrivia)!
            : attribute.RemoveNode(argument, SyntaxRemoveOptions.KeepNoTrivia)!;

    /// <summary>A name in full; the simplifier shortens it to what the usings of the file allow.</summary>
    public static ExpressionSyntax Named(string name) => ParseExpression(name).WithAdditionalAnnotations(Simplifier.Annotation);
}
