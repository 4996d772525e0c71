using NanoGpt.Depth;
using NanoGpt.Training;
using Samples.Reports;
using Samples.Shares;

namespace NanoGpt.Reports;

/// <summary>What a run of this sample was told to do.</summary>
/// <param name="Data">Where the text comes from.</param>
/// <param name="Fingerprint">A SHA-256 of the text.</param>
/// <param name="Settings">How the models are trained.</param>
/// <param name="Depths">What is compared.</param>
/// <param name="Processes">How many processes share the batches.</param>
/// <param name="Threads">How many threads an operator has in each.</param>
/// <param name="Environment">What program ran where.</param>
/// <param name="Share">Which of the trainings it was to do.</param>
public sealed record GptRun(
    string Data,
    string Fingerprint,
    TrainingSettings Settings,
    IReadOnlyList<DepthRule> Depths,
    int Processes,
    int Threads,
    RunEnvironment Environment,
    Share Share)
    : RunHeader(Data, Fingerprint, Environment, Share)
{
    public override int WholeCount => Depths.Count * Settings.Seeds;
}
