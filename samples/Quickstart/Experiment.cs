using Samples.CommandLine;
using Samples.Progress;
using Spectre.Console;
using static TorchSharp.torch;

namespace Quickstart;

/// <summary>Trains every contender with every seed.</summary>
public sealed class Experiment(Settings settings, SampleRun run, Device device)
{
    /// <summary>The results so far: all of them, or fewer where the user stopped it.</summary>
    public IReadOnlyList<RunResult> Train(IReadOnlyList<Measurement> molecules)
    {
        var results = new List<RunResult>();
        var workloads = Contender.All.Select(contender => new Workload(contender.Name, settings.Seeds * settings.Epochs)).ToList();
        try
        {
            LiveProgress.Run(run.Console, workloads, bars => Train(molecules, bars, results));
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested)
        {
            run.Console.MarkupLineInterpolated($"[yellow]Stopped after {results.Count} of {settings.Seeds * Contender.All.Count} trainings.[/]");
        }

        return results;
    }

    private void Train(IReadOnlyList<Measurement> molecules, IReadOnlyList<ILiveBar> bars, List<RunResult> results)
    {
        var training = new Training(settings, device, run.Cancellation);
        foreach (var (contender, bar) in Contender.All.Zip(bars))
        {
            for (var seed = run.Options.Seed; seed < run.Options.Seed + settings.Seeds; seed++)
            {
                using var split = Split.Random(molecules, settings.TrainShare, seed, device);
                results.Add(training.Run(contender, split, seed, bar));
            }
        }
    }
}
