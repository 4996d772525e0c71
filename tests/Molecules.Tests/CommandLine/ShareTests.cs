using System.Diagnostics;
using System.Text.Json.Nodes;
using Samples;

namespace Molecules.Tests.CommandLine;

/// <summary>A run in shares, one of which is killed, ends as a run in one piece.</summary>
public sealed class ShareTests(QuickRun run) : IClassFixture<QuickRun>
{
    /// <summary>Two models, two seeds, one fold each: four trainings.</summary>
    private static readonly string[] Work = ["--epochs", "2", "--seeds", "2"];

    [BashFact]
    public void A_killed_share_is_run_again_alone_and_all_become_the_whole()
    {
        var (_, _, whole) = run.Run("whole", Work);
        Assert.Equal(0, Finished(Batch(1, Work)));
        using (var killed = Batch(2, ["--epochs", "100000", "--seeds", "2"]))
        {
            Assert.StartsWith("Data", killed.StandardOutput.ReadLine(), StringComparison.Ordinal);
            killed.Kill(entireProcessTree: true);
            killed.WaitForExit();
        }

        Assert.Equal((1, true), Merge("error: Share 2/2 left no results. Run again what you ran, with --share 2/2; the others stay as they are."));

        Assert.Equal(0, run.Run("shared", [.. Work, "--share", "2/2"]).ExitCode);

        Assert.Equal((0, true), Merge("dmpnn euler"));
        Assert.Equal(Trainings(whole), Trainings(run.Place("shared")));
        Assert.Contains("trainings finished: 4 of 4", File.ReadAllText(Path.Combine(run.Place("shared"), "report.md")), StringComparison.Ordinal);
    }

    [BashFact]
    public void The_loop_runs_all_shares_and_puts_them_together()
    {
        var (_, _, whole) = run.Run("in-one-piece", Work);

        Assert.Equal(0, Finished(Start("shares.sh", ["2", "Molecules", .. run.Arguments("loop", Work)])));

        Assert.Equal(Trainings(whole), Trainings(run.Place("loop")));
    }

    [BashFact]
    public void The_loop_says_which_share_failed_and_how_to_run_it_again()
    {
        using var loop = Start("shares.sh", ["2", "Molecules", "--quick", "--data", "no such file"]);

        var said = loop.StandardError.ReadToEnd();

        Assert.Equal(1, Finished(loop));
        Assert.Contains("Share 2/2 ended with exit code 1.", said, StringComparison.Ordinal);
        Assert.Contains("dotnet run --project samples/Molecules -c Release -- --quick --data no\\ such\\ file --share 2/2\n", said, StringComparison.Ordinal);
    }

    private sealed class BashFactAttribute : FactAttribute
    {
        public BashFactAttribute() => Skip = OperatingSystem.IsWindows() ? "the scripts are for bash" : null;
    }

    /// <summary>As SLURM starts a task of an array: the number of the share is in its environment.</summary>
    private Process Batch(int share, string[] work)
        => Start("share.sbatch", ["2", "Molecules", .. run.Arguments("shared", work)], ("SLURM_ARRAY_TASK_ID", $"{share}"));

    private static Process Start(string script, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Checkout.Root!, "samples", script), .. arguments])
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        environment.ToList().ForEach(variable => start.Environment[variable.Name] = variable.Value);
        return Process.Start(start)!;
    }

    private static int Finished(Process process)
    {
        using (process)
        {
            _ = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
    }

    private (int Code, bool Said) Merge(string expected)
    {
        using var console = new CapturedConsole();
        var code = Program.Run(["merge", "--out", run.Place("shared")], console.Console, console.Console);
        return (code, console.Text.ReplaceLineEndings(" ").Contains(expected, StringComparison.Ordinal));
    }

    /// <summary>What came of each training, but for the time that it took.</summary>
    private static IEnumerable<string> Trainings(string folder) => File.ReadLines(Path.Combine(folder, "results.jsonl")).Skip(1).Select(line =>
    {
        var training = JsonNode.Parse(line)!;
        training["training"]!.AsObject().Remove("seconds");
        return training.ToJsonString();
    });
}
