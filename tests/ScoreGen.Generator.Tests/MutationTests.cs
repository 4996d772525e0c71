using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ScoreGen.Generator.Tests;

/// <summary>
/// Code as it is while somebody types: neither the generator nor an analyzer ever throws, and where the code has no error of its own, neither has
/// the output. Each of the three hosts tries slips of its own, over 20,000 in all; or as many as $SCOREGEN_MUTATIONS says (./build.sh soak sets it).
/// </summary>
public class MutationTests
{
    private static readonly int Mutations = int.Parse(Environment.GetEnvironmentVariable("SCOREGEN_MUTATIONS") ?? "20100", CultureInfo.InvariantCulture);

    private static readonly int Host = typeof(CSharpCompilation).Assembly.GetName().Version!.Minor;

    /// <summary>Only errors are looked at; what may be null is never more than a warning, and a third of the work.</summary>
    private static readonly CSharpParseOptions Options = UserProject.Newest.WithFeatures([new("run-nullable-analysis", "never")]);

    [Theory]
    [MemberData(nameof(Sources.All), MemberType = typeof(Sources))]
    public async Task Survives_every_slip(string source)
    {
        var mutator = new Mutator(Sources.Text(source));
        var count = (Mutations / 3 / Sources.Names.Count) + 1;
        var compiled = 0;
        // Nobody waits for an analysis: a thread that did would have others started in its place.
        await Parallel.ForAsync(0, count, async (mutation, _) =>
        {
            var text = mutator.Mutate(seed: (Host * 1_000_000) + mutation);
            if (await Try(text))
            {
                Interlocked.Increment(ref compiled);
            }
        });

        Assert.True(compiled * 20 >= count, $"Only {compiled} of {count} mutations compiled: the test says little.");
    }

    /// <returns>Whether the mutated code compiles.</returns>
    private static async Task<bool> Try(string text)
    {
        var tree = UserProject.Parse(text, options: Options);
        var run = GeneratorRun.Of(UserProject.Compile(tree), tracksSteps: false);
        Assert.True(run.Result.Exception is null, $"{run.Result.Exception}\n{text}");
        run.MustNotThrow();
        var project = CompiledSupport.Of(run).AddSyntaxTrees(tree);
        var emitted = run.Files.Select(file => file.SyntaxTree);
        if (tree.GetDiagnostics().Any(IsError))
        {
            await MustNotThrow(AnalyzerRun.OwnDiagnostics(project.AddSyntaxTrees(emitted.Select(Headers.Of))), text);
            return false;
        }

        var errors = (await MustNotThrow(AnalyzerRun.Diagnostics(project.AddSyntaxTrees(emitted)), text))
            .Where(diagnostic => IsError(diagnostic) && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal))
            .ToList();
        if (errors.Count > 0)
        {
            var own = run.Before.GetDiagnostics().Where(IsError).ToList();
            Assert.True(errors.Any(error => own.Exists(known => IsInSamePlace(known, error))), $"{string.Join("\n", errors)}\n{text}");
        }

        return errors.Count == 0;
    }

    private static async Task<ImmutableArray<Diagnostic>> MustNotThrow(Task<ImmutableArray<Diagnostic>> analysis, string text)
    {
        try
        {
            return await analysis;
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException($"{exception.InnerException}\n{text}", exception);
        }
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    /// <summary>An error that stays where it was; a name that now means an emitted member may make it another one, and move it along a chain of members.</summary>
    private static bool IsInSamePlace(Diagnostic before, Diagnostic after)
        => before.Location.SourceTree is { } file && file == after.Location.SourceTree && Chain(file, before.Location.SourceSpan).IntersectsWith(after.Location.SourceSpan);

    /// <summary>What stands at a place, and the members that are asked of it.</summary>
    private static TextSpan Chain(SyntaxTree file, TextSpan place)
    {
        var node = file.GetRoot().FindNode(place, getInnermostNodeForTie: true);
        while (node.Parent is MemberAccessExpressionSyntax access && access.Expression == node)
        {
            node = access;
        }

        return TextSpan.FromBounds(Math.Min(place.Start, node.SpanStart), Math.Max(place.End, node.Span.End));
    }
}
