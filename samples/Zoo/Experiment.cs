using System.Diagnostics;
using Samples.CommandLine;
using Samples.Progress;
using Samples.Shares;
using Spectre.Console;
using Zoo.Reports;
using Zoo.Training;
using static TorchSharp.torch;

namespace Zoo;

/// <summary>Runs every system with every seed.</summary>
public sealed class Experiment(ZooRun told, SampleRun run, Device device)
{
    /// <summary>The results so far: all of the share, or fewer where the user stopped it.</summary>
    public IReadOnlyList<Numbered<Result>> Run()
    {
        var results = new List<Numbered<Result>>();
        var trials = told.Share.Of(Trials());
        var bySystem = trials.ToLookup(trial => trial.Training.System);
        try
        {
            LiveProgress.Run(
                run.Console,
                [.. bySystem.Select(mine => new Workload(mine.Key.Name, mine.Count()))],
                bars => Run(bySystem, bars, results));
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested)
        {
            run.Console.MarkupLineInterpolated($"[yellow]Stopped after {results.Count} of {trials.Count} runs.[/]");
        }

        return results;
    }

    private IReadOnlyList<(DepthSystem System, int Seed)> Trials()
        => [.. from system in told.Systems from seed in Enumerable.Range(run.Options.Seed, told.Seeds) select (system, seed)];

    private void Run(IEnumerable<IEnumerable<Numbered<(DepthSystem System, int Seed)>>> bySystem, IReadOnlyList<ILiveBar> bars, List<Numbered<Result>> results)
    {
        foreach (var (mine, bar) in bySystem.Zip(bars))
        {
            foreach (var (index, (system, seed)) in mine)
            {
                var clock = Stopwatch.StartNew();
                var findings = system.Run(new Trial(seed, run.Options.Effort, device, run.Cancellation));
                results.Add(new(index, new Result(system, seed, clock.Elapsed.TotalSeconds, findings)));
                bar.Advance(FormattableString.Invariant($"seed {seed}, {findings.Claims.Count(claim => claim.Holds)} of {findings.Claims.Count} held, {clock.Elapsed.TotalSeconds:0} s"));
            }
        }
    }
}
