using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScoreGen.Analyzers.Flow;

/// <summary>The bodies and initial values of members, as operations, wherever they are in source.</summary>
internal sealed class SourceCode(Compilation compilation, IReadOnlyDictionary<ISymbol, IOperation> bodies, CancellationToken cancellation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];

    /// <summary>Whoever is asking may stop.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The body of a method or accessor; null where the user did not write it.</summary>
    public IOperation? Body(IMethodSymbol method)
    {
        var syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(Cancellation);
        return syntax is null || IsGenerated(syntax.SyntaxTree) ? null : bodies.TryGetValue(method, out var bound) ? bound : Operation(syntax);
    }

    /// <summary>The initial value that a field or property is declared with.</summary>
    public IOperation? Initializer(ISymbol member)
        => member.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(Cancellation))
            .Select(syntax => syntax switch
            {
                VariableDeclaratorSyntax variable => variable.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value,
                _ => null,
            })
            .Where(value => value is not null)
            .Select(value => Operation(value!))
            .FirstOrDefault();

    public IOperation? Operation(SyntaxNode syntax) => Model(syntax.SyntaxTree)?.GetOperation(syntax, Cancellation);

    public ISymbol? Symbol(SyntaxNode syntax) => Model(syntax.SyntaxTree)?.GetSymbolInfo(syntax, Cancellation).Symbol;

    /// <summary>The declarations of a type that the user wrote.</summary>
    public IEnumerable<TypeDeclarationSyntax> Declarations(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(Cancellation))
            .OfType<TypeDeclarationSyntax>()
            .Where(declaration => !IsGenerated(declaration.SyntaxTree));

    /// <summary>Every use of a name in the user's parts of a type.</summary>
    public IEnumerable<SyntaxNode> Mentions(INamedTypeSymbol type, string name)
        => Declarations(type)
            .SelectMany(declaration => declaration.DescendantNodes())
            .OfType<IdentifierNameSyntax>()
            .Where(identifier => identifier.Identifier.ValueText == name);

    /// <summary>Whether one of these texts stands anywhere in what the user wrote.</summary>
    public bool Says(params string[] texts)
        => compilation.SyntaxTrees.Where(tree => !IsGenerated(tree)).Any(tree =>
        {
            var written = tree.GetText(Cancellation).ToString();
            return texts.Any(written.Contains);
        });

    private static bool IsGenerated(SyntaxTree tree) => tree.FilePath.EndsWith(".g.cs", System.StringComparison.Ordinal);

    private SemanticModel? Model(SyntaxTree tree)
    {
        if (!models.TryGetValue(tree, out var model) && compilation.ContainsSyntaxTree(tree))
        {
            models[tree] = model = compilation.GetSemanticModel(tree);
        }

        return model;
    }
}
