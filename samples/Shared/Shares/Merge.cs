using Samples.Reports;

namespace Samples.Shares;

/// <summary>Puts the shares of a run together, so that what comes out is what the whole run would have left.</summary>
public static class Merge
{
    /// <summary>Reads all shares in the folder of a run.</summary>
    /// <exception cref="SampleException">A share is missing, unfinished, or of another run; the message says which to run again.</exception>
    public static RunFile<TRun, TResult> Of<TRun, TResult>(string output)
        where TRun : RunHeader
    {
        var shares = Complete(output);
        var files = shares.Select(share => RunFile<TRun, TResult>.Read(ShareFolder.Results(output, share))).ToList();
        foreach (var (share, file) in shares.Zip(files))
        {
            RequireAlike(shares[0], files[0].Run, share, file.Run);
            RequireFinished(share, file.Run, file.Trainings.Count);
        }

        var run = files[0].Run with { Share = Share.Whole, Data = All(files, run => run.Data), Environment = files[0].Run.Environment with { Machine = All(files, run => run.Environment.Machine) } };
        return new(run, [.. files.SelectMany(file => file.Trainings).OrderBy(training => training.Index)]);
    }

    private static string All<TRun, TResult>(IEnumerable<RunFile<TRun, TResult>> files, Func<TRun, string> value)
        where TRun : RunHeader
        => string.Join("; ", files.Select(file => value(file.Run)).Distinct());

    private static IReadOnlyList<Share> Complete(string output)
    {
        var found = ShareFolder.In(output);
        if (found.Count == 0)
        {
            throw new SampleException($"{output} has no results of shares. Run them first, with --share 1/4, --share 2/4 and so on, and the same --out.");
        }

        var counts = found.Select(share => share.Count).Distinct().Order().ToList();
        if (counts.Count > 1)
        {
            throw new SampleException($"{output} has shares of {string.Join(" and of ", counts)}. Remove those that you do not want from {Path.Combine(output, "shares")}.");
        }

        var missing = Enumerable.Range(1, counts[0]).Select(number => new Share(number, counts[0])).Except(found).ToList();
        return missing.Count == 0 ? found : throw Again(missing, "left no results");
    }

    private static void RequireFinished(Share share, RunHeader run, int finished)
    {
        if (finished < run.Count)
        {
            throw Again([share], $"was stopped after {finished} of {run.Count} trainings");
        }
    }

    private static void RequireAlike(Share first, RunHeader expected, Share share, RunHeader actual)
    {
        var differences = JsonDifference.Between(Comparable(expected), Comparable(actual));
        if (differences.Count > 0)
        {
            throw new SampleException($"The shares {first} and {share} are of two runs: {string.Join("; ", differences)}. Run one of them again, with what was said to the other.");
        }
    }

    /// <summary>Without what may differ from machine to machine.</summary>
    private static RunHeader Comparable(RunHeader run) => run with { Share = Share.Whole, Data = "", Environment = run.Environment with { Machine = "" } };

    private static SampleException Again(IReadOnlyList<Share> shares, string problem)
        => new($"{(shares.Count == 1 ? "Share" : "Shares")} {string.Join(", ", shares)} {problem}. Run again what you ran, with {string.Join(", then with ", shares.Select(share => $"--share {share}"))}; the others stay as they are.");
}
