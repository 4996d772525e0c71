using Molecules.Data;
using Molecules.Training;
using Samples.Reports;
using Samples.Shares;

namespace Molecules.Reports;

/// <summary>What a run of this sample was told to do.</summary>
/// <param name="Data">Where the molecules come from.</param>
/// <param name="Fingerprint">A SHA-256 of the table.</param>
/// <param name="Skipped">The rows that were left out.</param>
/// <param name="Settings">How the models are trained.</param>
/// <param name="Selection">What is compared.</param>
/// <param name="Environment">What program ran where.</param>
/// <param name="Share">Which of the trainings it was to do.</param>
public sealed record MoleculeRun(
    string Data,
    string Fingerprint,
    IReadOnlyList<SkippedRow> Skipped,
    TrainingSettings Settings,
    Selection Selection,
    RunEnvironment Environment,
    Share Share)
    : RunHeader(Data, Fingerprint, Environment, Share)
{
    public override int WholeCount => Selection.Contenders.Count * Settings.Seeds * Settings.JudgedFolds;
}
