using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScoreGen.Analyzers.Flow;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ScoreGen.CodeFixes;

/// <summary>A primary constructor that can be written out, because nothing but initial values and the base needs its parameters.</summary>
internal sealed class PrimaryConstructor
{
    private readonly ClassDeclarationSyntax type;
    private readonly PrimaryConstructorBaseTypeSyntax root;
    private readonly bool movesInitialValues;

    private PrimaryConstructor(ClassDeclarationSyntax type, PrimaryConstructorBaseTypeSyntax root, bool movesInitialValues)
    {
        this.type = type;
        this.root = root;
        this.movesInitialValues = movesInitialValues;
    }

    /// <summary>The primary constructor of a class; null where it cannot be written out without changing what it does.</summary>
    public static PrimaryConstructor? Of(ClassDeclarationSyntax type, SemanticModel model, CancellationToken cancellation)
    {
        if (type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is not { } root
            || model.GetDeclaredSymbol(type, cancellation) is not { } symbol
            || type.AttributeLists.Any(list => list.Target?.Identifier.ValueText == "method"))
        {
            return null;
        }

        var names = type.ParameterList!.Parameters.Select(parameter => parameter.Identifier.ValueText).ToList();
        var parts = symbol.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellation)).Where(part => part != type && !part.SyntaxTree.FilePath.EndsWith(".g.cs", System.StringComparison.Ordinal)).ToList();
        var uses = parts.Prepend(type).SelectMany(part => part.DescendantNodes()).OfType<IdentifierNameSyntax>().Where(name => names.Contains(name.Identifier.ValueText) && !root.Span.Contains(name.Span)).ToList();
        if (uses.Count == 0)
        {
            return new PrimaryConstructor(type, root, movesInitialValues: false);
        }

        // They then run after the base's constructor, all in their order, so that what draws random numbers draws the same ones.
        return uses.All(use => InitialValue(use) is { } value && Moved(type).Any(moved => moved.Value == value))
            && Moved(type).All(moved => moved.Value.Value is not InitializerExpressionSyntax)
            && !parts.Any(part => Moved((TypeDeclarationSyntax)part).Any())
            && TorchNames.IsTorch(symbol.BaseType)
                ? new PrimaryConstructor(type, root, movesInitialValues: true)
                : null;
    }

    /// <summary>The class with a constructor in place of the primary one, which registers at its end.</summary>
    public ClassDeclarationSyntax WrittenOut(ClassDeclarationSyntax current)
    {
        if (current.ParameterList is not { } parameters || current.BaseList is not { } bases)
        {
            return current;
        }

        var plain = current
            .WithIdentifier(current.Identifier.WithTrailingTrivia(parameters.GetTrailingTrivia()))
            .WithParameterList(null)
            .WithBaseList(bases.ReplaceNode(bases.Types.OfType<PrimaryConstructorBaseTypeSyntax>().First(), SimpleBaseType(root.Type).WithTrailingTrivia(root.GetTrailingTrivia())));
        return NewMember.InsertAfterFields(movesInitialValues ? WithoutInitialValues(plain) : plain, Constructor());
    }

    private MemberDeclarationSyntax Constructor()
    {
        var head = $"{NewMember.Access(type)} {type.Identifier.Text}{type.ParameterList!.ToString()} : base{root.ArgumentList}";
        return movesInitialValues
            ? NewMember.Of(type, [head, "{", .. Moved(type).Select(moved => $"    {Qualified(moved.Name)} = {moved.Value.Value};"), "    " + ConstructorEnd.Call, "}"])
            : NewMember.Of(type, $"{head} => {ConstructorEnd.Call}");
    }

    private string Qualified(SyntaxToken name)
        => type.ParameterList!.Parameters.Any(parameter => parameter.Identifier.ValueText == name.ValueText) ? "this." + name.Text : name.Text;

    private static ClassDeclarationSyntax WithoutInitialValues(ClassDeclarationSyntax type)
        => type.ReplaceNodes(
            Moved(type).Select(moved => moved.Value.Parent!),
            (_, holder) => holder switch
            {
                VariableDeclaratorSyntax variable => variable.WithInitializer(null).WithIdentifier(variable.Identifier.WithTrailingTrivia(variable.GetTrailingTrivia())),
                PropertyDeclarationSyntax property => property.WithInitializer(null).WithSemicolonToken(default).WithTrailingTrivia(property.GetTrailingTrivia()),
                _ => holder,
            });

    /// <summary>The initial values of the fields and properties of an instance, in their order.</summary>
    private static IEnumerable<(SyntaxToken Name, EqualsValueClauseSyntax Value)> Moved(TypeDeclarationSyntax type)
        => type.Members.Where(member => !member.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.StaticKeyword) || modifier.IsKind(SyntaxKind.ConstKeyword))).SelectMany(member => member switch
        {
            FieldDeclarationSyntax field => field.Declaration.Variables.Where(variable => variable.Initializer is not null).Select(variable => (variable.Identifier, variable.Initializer!)),
            PropertyDeclarationSyntax { Initializer: { } value } property => [(property.Identifier, value)],
            _ => [],
        });

    private static EqualsValueClauseSyntax? InitialValue(SyntaxNode use)
        => use.Ancestors().OfType<EqualsValueClauseSyntax>().LastOrDefault(value => value.Parent is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } or PropertyDeclarationSyntax);
}
