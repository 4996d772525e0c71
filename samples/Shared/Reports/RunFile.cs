using Samples.Shares;

namespace Samples.Reports;

/// <summary>The JSON lines of a run: what it was told to do, and each training that was finished.</summary>
/// <param name="Run">What it was told.</param>
/// <param name="Trainings">What came of it, in the order of the whole run.</param>
public sealed record RunFile<TRun, TResult>(TRun Run, IReadOnlyList<Numbered<TResult>> Trainings)
    where TRun : RunHeader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="SampleException">It cannot be read, or is not of this sample.</exception>
    public static RunFile<TRun, TResult> Read(string path)
    {
        var lines = JsonLines.Read(path);
        return lines.Count == 0
            ? throw new SampleException($"{path} is empty.")
            : new(JsonLines.As<Header>(path, lines[0]).Run, [.. lines.Skip(1).Select(line => JsonLines.As<Numbered<TResult>>(path, line))]);
    }

    /// <summary>The objects to be written, one a line.</summary>
    public IEnumerable<object> Lines() => [new Header(Run), .. Trainings];

    /// <summary>What was done, and on what, for the report.</summary>
    public IReadOnlyList<Fact> Facts() =>
    [
        new("data", Run.Data),
        new("trainings finished", FormattableString.Invariant($"{Trainings.Count} of {Run.Count}{(Run.Share.IsWhole ? "" : $", share {Run.Share} of {Run.WholeCount}")}")),
    ];

    private sealed record Header(TRun Run);
}
