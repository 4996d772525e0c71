using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace ScoreGen.CodeFixes;

/// <summary>The files that a fix changes: the one with the squiggle, and those that its additional locations are in.</summary>
internal sealed class ChangedFiles(Solution solution, CancellationToken cancellation)
{
    private readonly SolutionEditor editor = new(solution);

    public CancellationToken Cancellation { get; } = cancellation;

    public Solution Solution => editor.GetChangedSolution();

    /// <summary>The innermost node of a kind at a place, with the editor of its file; null where there is none, or the user did not write that file.</summary>
    public async Task<FoundNode<T>?> Find<T>(Location place)
        where T : SyntaxNode
    {
        if (place.SourceTree is not { } tree || solution.GetDocument(tree) is not { } document || document is SourceGeneratedDocument)
        {
            return null;
        }

        var file = await editor.GetDocumentEditorAsync(document.Id, Cancellation).ConfigureAwait(false);
        return file.OriginalRoot.FindNode(place.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>() is { } node ? new FoundNode<T>(file, node) : null;
    }

    /// <summary>The first part of a type that the user wrote, whichever part asks; null where there is none.</summary>
    public async Task<FoundNode<TypeDeclarationSyntax>?> Declaration(INamedTypeSymbol type)
    {
        foreach (var part in type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(Cancellation)).OfType<TypeDeclarationSyntax>())
        {
            if (await Find<TypeDeclarationSyntax>(part.Identifier.GetLocation()).ConfigureAwait(false) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}

/// <summary>A node of the original code, and the editor to change it with.</summary>
internal sealed record FoundNode<T>(DocumentEditor File, T Node)
    where T : SyntaxNode
{
    public SemanticModel Model => File.SemanticModel;
}
