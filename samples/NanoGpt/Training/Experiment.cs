using NanoGpt.Checkpoints;
using NanoGpt.Data;
using NanoGpt.Depth;
using Samples.CommandLine;
using Samples.Progress;
using Samples.Shares;
using Spectre.Console;
using static TorchSharp.torch;

namespace NanoGpt.Training;

/// <summary>Trains every model with every seed.</summary>
public sealed class Experiment(TrainingSettings settings, IReadOnlyList<DepthRule> rules, SampleRun run, Device device)
{
    /// <summary>The results so far: all of them, or fewer where the user stopped it.</summary>
    /// <param name="corpus">What the models learn from.</param>
    /// <param name="resumes">Whether to go on from checkpoints.</param>
    public IReadOnlyList<Numbered<RunResult>> Train(Corpus corpus, bool resumes)
    {
        var results = new List<Numbered<RunResult>>();
        var keys = run.Options.Share.Of([.. rules.SelectMany(rule => Seeds().Select(seed => new TrainingKey(rule, seed, settings, corpus)))]);
        var trainings = keys.Select(key => new Numbered<PlannedTraining>(key.Index, Planned(key.Training, resumes))).ToLookup(planned => planned.Training.Key.Rule);
        try
        {
            LiveProgress.Run(
                run.Console,
                [.. trainings.Select(planned => new Workload(planned.Key.Name, planned.Sum(training => training.Training.Units)))],
                bars => Train(trainings, bars, results));
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested)
        {
            run.Console.MarkupLineInterpolated($"[yellow]Stopped after {results.Count} of {keys.Count} trainings; --resume goes on.[/]");
        }

        return results;
    }

    private IEnumerable<int> Seeds() => Enumerable.Range(run.Options.Seed, settings.Seeds);

    private PlannedTraining Planned(TrainingKey key, bool resumes)
    {
        var folder = new CheckpointFolder(Path.Combine(run.Options.Out, "checkpoints", key.FolderName));
        return new PlannedTraining(key, folder, run.Communicator.IsFirst ? Done(key, folder, resumes) : 0);
    }

    private int Done(TrainingKey key, CheckpointFolder folder, bool resumes)
    {
        if (!resumes)
        {
            folder.Clear();
            return 0;
        }

        var found = folder.Latest(key.Description, problem => run.Console.MarkupLineInterpolated($"[yellow]Refused: {problem}[/]"));
        run.Console.WriteLine($"Resume  {key.FolderName} {(found is null ? "from the beginning: there is no whole checkpoint" : $"after {found.Iteration} of {settings.Iterations} iterations")}");
        return found?.Iteration ?? 0;
    }

    private void Train(IEnumerable<IEnumerable<Numbered<PlannedTraining>>> trainings, IReadOnlyList<ILiveBar> bars, List<Numbered<RunResult>> results)
    {
        foreach (var (planned, bar) in trainings.Zip(bars))
        {
            foreach (var (index, training) in planned)
            {
                results.Add(new(index, training.Run(bar, device, run)));
            }
        }
    }
}
