using Samples.CommandLine;
using Samples.Progress;
using Samples.Shares;
using Spectre.Console;
using static TorchSharp.torch;

namespace Molecules.Training;

/// <summary>Cross-validates every contender with every seed.</summary>
public sealed class Experiment(TrainingSettings settings, Selection selection, SampleRun run, Device device)
{
    /// <summary>The results so far: all of the share, or fewer where the user stopped it.</summary>
    public IReadOnlyList<Numbered<FoldResult>> Train(GraphSet data)
    {
        var results = new List<Numbered<FoldResult>>();
        var folds = run.Options.Share.Of(Folds());
        var byContender = folds.ToLookup(fold => fold.Training.Contender);
        try
        {
            LiveProgress.Run(
                run.Console,
                [.. byContender.Select(mine => new Workload(mine.Key.Name, mine.Count() * settings.Epochs))],
                bars => Train(data, byContender, bars, results));
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested)
        {
            run.Console.MarkupLineInterpolated($"[yellow]Stopped after {results.Count} of {folds.Count} trainings.[/]");
        }

        return results;
    }

    /// <summary>Every training of the whole run, in order.</summary>
    private IReadOnlyList<JudgedFold> Folds() =>
    [
        .. from contender in selection.Contenders
           from seed in Enumerable.Range(run.Options.Seed, settings.Seeds)
           from fold in Enumerable.Range(0, settings.JudgedFolds)
           select new JudgedFold(contender, seed, fold),
    ];

    private void Train(GraphSet data, IEnumerable<IEnumerable<Numbered<JudgedFold>>> byContender, IReadOnlyList<ILiveBar> bars, List<Numbered<FoldResult>> results)
    {
        var validation = new CrossValidation(settings, data, selection.Split, device, run.Cancellation);
        foreach (var (mine, bar) in byContender.Zip(bars))
        {
            foreach (var folds in mine.GroupBy(fold => fold.Training.Seed))
            {
                results.AddRange(validation.Run([.. folds], (fold, loss) =>
                    bar.Advance(FormattableString.Invariant($"seed {fold.Seed}, fold {fold.Fold + 1}, loss {loss:0.000}"))));
            }
        }
    }
}
