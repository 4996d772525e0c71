using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScoreGen.Generator.Model;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Generator.Tracking;

/// <summary>
/// Parses the annotated classes of a compilation, and after an edit only those again that it can have changed. The compiler's own
/// <c>ForAttributeWithMetadataName</c> binds every annotation anew at each edit, which for a thousand classes takes 40 ms by itself.
/// </summary>
internal sealed class AnnotatedClasses
{
    private readonly Compilation compilation;
    private readonly Surroundings? surroundings;
    private readonly CancellationToken cancellation;

    private AnnotatedClasses(Compilation compilation, Surroundings? surroundings, CancellationToken cancellation)
    {
        this.compilation = compilation;
        this.surroundings = surroundings;
        this.cancellation = cancellation;
    }

    public static EquatableArray<ParseResult> Of(Compilation compilation, CancellationToken cancellation)
    {
        var files = compilation.SyntaxTrees.Select(SourceFile.Of).ToList();
        var aliases = new HashSet<string>(files.SelectMany(file => file.Candidates.GlobalAliases));
        var annotated = files.Select(file => (File: file, Candidates: file.Candidates.Among(aliases))).Where(found => found.Candidates.Count > 0).ToList();

        // A build reads each file once, and has no use for what it depends on.
        var surroundings = annotated.Exists(found => found.File.LastReading is not null) ? new Surroundings(compilation, files) : null;
        var classes = new AnnotatedClasses(compilation, surroundings, cancellation);
        return annotated.SelectMany(found => classes.Of(found.File, found.Candidates)).ToEquatableArray();
    }

    private ImmutableArray<ParseResult> Of(SourceFile file, IReadOnlyCollection<TypeDeclarationSyntax> candidates)
    {
        // Taken once: another compilation with the same file may be read at the same time.
        var last = file.LastReading;
        if (surroundings is not null && last?.Dependencies?.Hold(surroundings) == true)
        {
            return last.Classes;
        }

        cancellation.ThrowIfCancellationRequested();
        var semantics = compilation.GetSemanticModel(file.Tree);
        var types = candidates.Select(candidate => (Candidate: candidate, Type: semantics.GetDeclaredSymbol(candidate, cancellation))).ToList();
        var classes = types.Select(found => Parse(found.Candidate, found.Type)).OfType<ParseResult>().ToImmutableArray();
        file.LastReading = new Reading(classes, DependenciesOf(file, types.Select(found => found.Type).OfType<INamedTypeSymbol>().ToList(), classes));
        return classes;
    }

    /// <summary>An annotation on two parts is the compiler's error; only its first place counts, so that no file is emitted twice.</summary>
    private ParseResult? Parse(TypeDeclarationSyntax candidate, INamedTypeSymbol? type)
        => type is not null
            && DepthParser.FindAttribute(type) is { } annotation
            && annotation.ApplicationSyntaxReference?.GetSyntax(cancellation) is { } syntax
            && candidate.Contains(syntax)
                ? ParseResult.Of(DepthParser.Parse(type, annotation, compilation, cancellation), compilation, cancellation)
                : null;

    /// <summary>An error has a place, which any edit may move.</summary>
    private Dependencies? DependenciesOf(SourceFile file, List<INamedTypeSymbol> types, ImmutableArray<ParseResult> classes)
    {
        if (surroundings is null || classes.Any(result => result.Errors.Count > 0))
        {
            return null;
        }

        var names = surroundings.Reach(types.Select(type => type.Name));
        var parts = types.SelectMany(type => type.DeclaringSyntaxReferences).Select(part => part.SyntaxTree).Where(tree => tree != file.Tree);
        return new Dependencies(surroundings.Project, names, surroundings.FingerprintOf(names), parts.Distinct().ToImmutableArray());
    }
}
