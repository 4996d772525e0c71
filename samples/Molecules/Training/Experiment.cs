using Samples.CommandLine;
using Samples.Progress;
using Spectre.Console;
using static TorchSharp.torch;

namespace Molecules.Training;

/// <summary>Cross-validates every contender with every seed.</summary>
public sealed class Experiment(TrainingSettings settings, Selection selection, SampleRun run, Device device)
{
    /// <summary>The results so far: all of them, or fewer where the user stopped it.</summary>
    public IReadOnlyList<FoldResult> Train(GraphSet data)
    {
        var results = new List<FoldResult>();
        var units = settings.Seeds * settings.JudgedFolds * settings.Epochs;
        try
        {
            LiveProgress.Run(
                run.Console,
                [.. selection.Contenders.Select(contender => new Workload(contender.Name, units))],
                bars => Train(data, bars, results));
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested)
        {
            run.Console.MarkupLineInterpolated($"[yellow]Stopped after {results.Count} of {selection.Contenders.Count * settings.Seeds * settings.JudgedFolds} trainings.[/]");
        }

        return results;
    }

    private void Train(GraphSet data, IReadOnlyList<ILiveBar> bars, List<FoldResult> results)
    {
        var validation = new CrossValidation(settings, data, selection.Split, device, run.Cancellation);
        foreach (var (contender, bar) in selection.Contenders.Zip(bars))
        {
            for (var seed = run.Options.Seed; seed < run.Options.Seed + settings.Seeds; seed++)
            {
                var current = seed;
                results.AddRange(validation.Run(contender, seed, (fold, loss) =>
                    bar.Advance(FormattableString.Invariant($"seed {current}, fold {fold + 1}, loss {loss:0.000}"))));
            }
        }
    }
}
