using System.Diagnostics;
using NanoGpt.Checkpoints;
using NanoGpt.Tests.Checkpoints;

namespace NanoGpt.Tests.CommandLine;

[Collection(QuickRunCollection.Name)]
public sealed class KillTests(QuickRun run)
{
    private const int Kills = 3;
    private static readonly string[] Work = ["--depth", "euler", "--iterations", "300", "--checkpoint-every", "5"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void A_process_that_is_killed_again_and_again_ends_as_one_that_was_not()
    {
        var random = new Random(9);
        for (var kill = 0; kill < Kills; kill++)
        {
            RunAndKill(TimeSpan.FromMilliseconds(random.Next(60)));
        }

        var before = Iteration(Newest());
        var (code, output, folder) = run.Run("killed", [.. Work, "--resume"]);
        var (_, _, whole) = run.Run("whole", Work);

        Assert.Equal(0, code);
        Assert.InRange(before, 1, 299);
        Assert.Contains($"euler-seed0 after {before} of 300 iterations", output, StringComparison.Ordinal);
        AssertSame(whole, folder);
    }

    /// <summary>Starts the sample as a user would, and kills it some time after it has written a new checkpoint.</summary>
    private void RunAndKill(TimeSpan delay)
    {
        var before = Newest();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. run.Arguments("killed", [.. Work, "--resume"])]) { RedirectStandardOutput = true })!;
        Assert.True(SpinWait.SpinUntil(() => Newest() != before, Patience), "no checkpoint");
        Thread.Sleep(delay);
        process.Kill();
        process.WaitForExit();
    }

    private string? Newest()
    {
        var folder = Folder(run.Place("killed"));
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "0*.checkpoint").Max() : null;
    }

    private static int Iteration(string? checkpoint) => int.Parse(Path.GetFileNameWithoutExtension(checkpoint!));

    private static string Folder(string output) => Path.Combine(output, "checkpoints", "euler-seed0");

    private static void AssertSame(string expected, string actual)
    {
        Same.Training(Last(expected), Last(actual));
        Assert.Equal(Said(expected), Said(actual));
    }

    private static (double Loss, string? Sample) Said(string output)
    {
        var training = QuickRun.ReadTrainings(output).Single();
        return (training.GetProperty("validationLoss").GetDouble(), training.GetProperty("sample").GetString());
    }

    private static Checkpoint Last(string output) => CheckpointFile.Read(Path.Combine(Folder(output), "00000300.checkpoint"));
}
