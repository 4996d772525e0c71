using System.Reflection;
using Microsoft.CodeAnalysis;
#if !VERIFY
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Xunit.Sdk;
#endif

namespace ScoreGen.Generator.Tests;

/// <summary>
/// Compares emitted files with the reviewed ones, by Verify's convention: <c>Class.Method#hint.verified.cs</c>. What differs is written beside
/// it as <c>.received.cs</c>; to accept it, rename it.
/// </summary>
internal static class Snapshot
{
    public static string Folder { get; } = Path.Combine(
        typeof(Snapshot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "SuiteFolder").Value!,
        "Snapshots");

    private static readonly string Version = typeof(ScoreGenerator).Assembly.GetName().Version!.ToString(3);

    public static string FileName(string test, string hintName) => $"{test}#{Path.GetFileNameWithoutExtension(hintName)}.verified.cs";

    /// <summary>The reviewed files of a test, as they are emitted: without the line that names them, and with the version.</summary>
    public static IEnumerable<(string HintName, string Text)> Reviewed(string test)
        => Directory.GetFiles(Folder, FileName(test, "*")).Select(File.ReadAllText).Select(text => text.Split('\n', 2)).Select(parts =>
            (parts[0]["//HintName: ".Length..], parts[1].Replace("\"{version}\"", $"\"{Version}\"", StringComparison.Ordinal)));

#if VERIFY
    private static readonly object Initialized = Initialize();

    public static Task Verify(string test, GeneratorRun run, Func<GeneratedSourceResult, bool> isMeant)
    {
        GC.KeepAlive(Initialized);
        var settings = new VerifyTests.VerifySettings();
        settings.UseDirectory(Folder);
        settings.UseFileName(test);
        settings.ScrubLinesWithReplace(WithoutVersion);
        VerifyTests.VerifySourceGenerators.IgnoreGeneratedResult(settings, file => !isMeant(file));

        // Errors have tests of their own; of a run with errors Verify.SourceGenerators would write them into one more file.
        return (run.Result.Diagnostics.IsEmpty
            ? VerifyXunit.Verifier.Verify(run.Driver.GetRunResult(), settings)
            : VerifyXunit.Verifier.Verify(run.Result.GeneratedSources.Where(isMeant).Select(Target), settings)).ToTask();
    }

    private static VerifyTests.Target Target(GeneratedSourceResult file)
        => new("cs", $"//HintName: {file.HintName}\n{file.SourceText}", Path.GetFileNameWithoutExtension(file.HintName));

    private static object Initialize()
    {
        VerifyTests.VerifierSettings.UseUtf8NoBom();
        VerifyTests.VerifySourceGenerators.Initialize();
        return new object();
    }
#else
    public static Task Verify(string test, GeneratorRun run, Func<GeneratedSourceResult, bool> isMeant)
    {
        Verify(test, run.Result.GeneratedSources.Where(isMeant));
        return Task.CompletedTask;
    }

    private static void Verify(string test, IEnumerable<GeneratedSourceResult> files)
    {
        var differences = files.Select(file => Difference(test, file)).OfType<string>().ToList();
        if (differences.Count > 0)
        {
            throw new XunitException(string.Join("\n\n", differences));
        }
    }

    private static string? Difference(string test, GeneratedSourceResult file)
    {
        var verified = Path.Combine(Folder, FileName(test, file.HintName));
        var received = verified.Replace(".verified.", ".received.", StringComparison.Ordinal);
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : "";
        var actual = $"//HintName: {file.HintName}\n" + WithoutVersion(file.SourceText.ToString());
        if (actual == expected)
        {
            File.Delete(received);
            return null;
        }

        File.WriteAllText(received, actual);
        return $"{Path.GetFileName(verified)} differs from what was emitted:\n{Diff(expected, actual)}";
    }

    private static string Diff(string expected, string actual)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(expected, actual).Lines
            .Where(line => line.Type != ChangeType.Unchanged)
            .Select(line => (line.Type == ChangeType.Inserted ? "+ " : "- ") + line.Text);
        return string.Join("\n", lines.Take(60));
    }
#endif

    private static string WithoutVersion(string text) => text.Replace($"\"{Version}\"", "\"{version}\"", StringComparison.Ordinal);
}
