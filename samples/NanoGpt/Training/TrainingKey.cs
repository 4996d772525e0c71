using NanoGpt.Data;
using NanoGpt.Depth;

namespace NanoGpt.Training;

/// <summary>One training, with everything that decides its result.</summary>
/// <param name="Rule">The way to be deep.</param>
/// <param name="Seed">Of the first weights and of the batches.</param>
/// <param name="Settings">How it is trained.</param>
/// <param name="Corpus">What it learns from.</param>
public sealed record TrainingKey(DepthRule Rule, int Seed, TrainingSettings Settings, Corpus Corpus)
{
    /// <summary>The same in words, a line each: a checkpoint of other words belongs to another training.</summary>
    public string Description => string.Join('\n',
    [
        $"model: {Rule.Name}, {Rule.Plan}",
        FormattableString.Invariant($"seed: {Seed}"),
        .. Settings.TrainingFacts().Select(fact => $"{fact.Name}: {fact.Value}"),
        $"text: SHA-256 {Corpus.Fingerprint}",
    ]);

    /// <summary>The name of its folder of checkpoints.</summary>
    public string FolderName => FormattableString.Invariant($"{Rule.Name}-seed{Seed}");
}
