using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScoreGen.Analyzers.Flow;

/// <summary>The bodies and initial values of members, as operations, wherever they are in source.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="bodies">Those bodies that are bound already.</param>
/// <param name="cancellation">Whoever is asking may stop.</param>
internal sealed class SourceCode(Compilation compilation, IReadOnlyDictionary<ISymbol, IOperation> bodies, CancellationToken cancellation)
{
    /// <summary><c>SyntaxKind.FieldExpression</c>: the word <c>field</c> in an accessor, which came after the compiler that this is written for.</summary>
    private const int FieldExpression = 8757;

    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];
    private readonly Dictionary<INamedTypeSymbol, ILookup<string, SyntaxNode>> mentions = new(SymbolEqualityComparer.Default);

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The method as it was written: a partial one with its body, a member of an extension block instead of what the compiler makes of it.</summary>
    public IMethodSymbol Written(IMethodSymbol method)
    {
        method = method.PartialImplementationPart ?? method;
        return method.IsImplicitlyDeclared && Syntax(method) is { } syntax && Declared(syntax) is { } declared ? declared : method;
    }

    /// <summary>The body of a method or accessor; null where the user did not write it.</summary>
    public IOperation? Body(IMethodSymbol method)
        => Syntax(method) is not { } syntax || IsGenerated(syntax.SyntaxTree) ? null
            : bodies.TryGetValue(method, out var bound) ? bound
            : Operation(syntax);

    /// <summary>What a member of an extension block calls the object that it is called on; null for any other member.</summary>
    public IParameterSymbol? Receiver(IMethodSymbol method)
        => method.ContainingType?.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(Cancellation) is TypeDeclarationSyntax { Keyword.ValueText: "extension", ParameterList: { } declared } extension && declared.Parameters.FirstOrDefault() is { } parameter
            ? Model(extension.SyntaxTree)?.GetDeclaredSymbol(parameter, Cancellation)
            : null;

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

    /// <summary>What a name stands for; the property where it is the field behind one.</summary>
    public ISymbol? Symbol(SyntaxNode syntax)
        => Model(syntax.SyntaxTree)?.GetSymbolInfo(syntax, Cancellation).Symbol is { } symbol ? (symbol as IFieldSymbol)?.AssociatedSymbol ?? symbol : null;

    /// <summary>The declarations of a type that the user wrote.</summary>
    public IEnumerable<TypeDeclarationSyntax> Declarations(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(Cancellation))
            .OfType<TypeDeclarationSyntax>()
            .Where(declaration => !IsGenerated(declaration.SyntaxTree));

    /// <summary>Every use of a name in the user's parts of a type; of a property's, the word <c>field</c> in it as well.</summary>
    public IEnumerable<SyntaxNode> Mentions(INamedTypeSymbol type, string name)
    {
        if (!mentions.TryGetValue(type, out var known))
        {
            mentions[type] = known = Declarations(type)
                .SelectMany(declaration => declaration.DescendantNodes())
                .Where(node => node is IdentifierNameSyntax or { RawKind: FieldExpression })
                .ToLookup(node => node is IdentifierNameSyntax identifier ? identifier.Identifier.ValueText : node.FirstAncestorOrSelf<PropertyDeclarationSyntax>()?.Identifier.ValueText ?? "");
        }

        return known[name];
    }

    /// <summary>Whether one of these texts stands anywhere in what the user wrote.</summary>
    public bool Says(params string[] texts)
        => compilation.SyntaxTrees.Where(tree => !IsGenerated(tree)).Any(tree =>
        {
            var written = tree.GetText(Cancellation).ToString();
            return texts.Any(written.Contains);
        });

    private static bool IsGenerated(SyntaxTree tree) => tree.FilePath.EndsWith(".g.cs", System.StringComparison.Ordinal);

    private SyntaxNode? Syntax(IMethodSymbol method) => method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(Cancellation);

    private IMethodSymbol? Declared(SyntaxNode member)
        => Model(member.SyntaxTree)?.GetDeclaredSymbol(member is ArrowExpressionClauseSyntax ? member.Parent! : member, Cancellation) switch
        {
            IMethodSymbol method => method,
            IPropertySymbol property => property.GetMethod,
            _ => null,
        };

    private SemanticModel? Model(SyntaxTree tree)
    {
        if (!models.TryGetValue(tree, out var model) && compilation.ContainsSyntaxTree(tree))
        {
            models[tree] = model = compilation.GetSemanticModel(tree);
        }

        return model;
    }
}
