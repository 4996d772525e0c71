using Microsoft.CodeAnalysis;

namespace ScoreGen.Generator.Tests;

/// <summary>What "clean" means: no error, no warning in an emitted file, and none in the user's that was not there before.</summary>
internal static class Clean
{
    public static void AssertIsClean(GeneratorRun run)
    {
        var emitted = run.Result.GeneratedSources.Select(file => file.SyntaxTree).ToHashSet();
        var after = Problems(CompiledSupport.After(run));
        var known = Problems(run.Before).Where(problem => problem.Severity == DiagnosticSeverity.Warning).Select(Text).ToHashSet();
        var problems = after
            .Where(problem => problem.Severity == DiagnosticSeverity.Error || emitted.Contains(problem.Location.SourceTree!) || !known.Contains(Text(problem)))
            .Select(Text)
            .ToList();
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    private static List<Diagnostic> Problems(Compilation compilation)
        => [.. compilation.GetDiagnostics().Where(problem => problem.Severity >= DiagnosticSeverity.Warning)];

    private static string Text(Diagnostic problem) => problem.ToString();
}
