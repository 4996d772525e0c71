using Samples.Reports;
using Samples.Shares;

namespace Zoo.Reports;

/// <summary>What a run of the zoo was told to do.</summary>
/// <param name="Systems">What is run.</param>
/// <param name="Seeds">How many times each.</param>
/// <param name="Environment">What program ran where.</param>
/// <param name="Share">Which of the runs it was to do.</param>
public sealed record ZooRun(IReadOnlyList<DepthSystem> Systems, int Seeds, RunEnvironment Environment, Share Share)
    : RunHeader("made by the program", "", Environment, Share)
{
    /// <inheritdoc/>
    public override int WholeCount => Systems.Count * Seeds;
}
