using System.Diagnostics;
using Quickstart;
using Samples.CommandLine;
using static TorchSharp.torch;

namespace Samples.Tests.Quickstart;

[Collection(TrainingCollection.Name)]
public sealed class InterruptionTests(QuickRun run)
{
    [Fact]
    public void What_is_finished_when_the_user_stops_is_kept()
    {
        using var console = new CapturedConsole();
        using var stop = new CancellationTokenSource();
        var sample = new SampleRun(new SampleOptions(Effort.Quick, 0, "cpu", "", null), console.Console, stop.Token);
        stop.Cancel();

        var results = new Experiment(Settings.For(Effort.Quick), sample, CPU).Train(Synthetic.Make());

        Assert.Empty(results);
        Assert.Contains("Stopped after 0 of 4 trainings.", console.Text);
    }

    [Fact]
    public async Task Ctrl_C_shows_what_there_is_and_exits_with_130()
    {
        using var process = Start();
        await Until(process, line => line.StartsWith("4 layers, stacked: 20 %", StringComparison.Ordinal));

        using var signal = Process.Start("kill", ["-INT", $"{process.Id}"]);
        var rest = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(130, process.ExitCode);
        Assert.Contains("Stopped after 1 of 10 trainings.", rest);
        Assert.Contains("17,153", rest);
        Assert.Contains("over 1 seed.", rest);
    }

    private static async Task Until(Process process, Predicate<string> isReached)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (isReached(line))
            {
                return;
            }
        }

        Assert.Fail($"The quickstart ended too early: {await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>A shell that starts the tests in the background makes every program below it ignore Ctrl-C. Through env this one answers as usual.</summary>
    private Process Start()
    {
        string[] arguments = ["--default-signal=INT", "dotnet", typeof(Program).Assembly.Location, "--device", "cpu", "--data", run.DataPath, "--out", Path.Combine(run.Folder, "..", "interrupted")];
        return Process.Start(new ProcessStartInfo("env", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }
}
