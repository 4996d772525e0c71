using NanoGpt.Generation;
using static TorchSharp.torch;

namespace NanoGpt.Training;

/// <summary>What came of one training.</summary>
/// <param name="Model">Which way to be deep.</param>
/// <param name="Seed">The seed of the first weights and of the batches.</param>
/// <param name="Parameters">How many numbers were learned, but for the table of positions.</param>
/// <param name="Evaluations">How often a pass evaluates a block.</param>
/// <param name="Iterations">How many batches it learned from.</param>
/// <param name="Seconds">How long that took.</param>
/// <param name="TrainLoss">The mean loss of the last batches, in nats a character.</param>
/// <param name="ValidationLoss">The loss on the whole validation part.</param>
/// <param name="UniformLoss">The loss of a guess that thinks every character equally likely.</param>
/// <param name="Loss">The curve.</param>
/// <param name="Sample">What the model writes.</param>
public sealed record RunResult(
    string Model,
    int Seed,
    long Parameters,
    int Evaluations,
    int Iterations,
    double Seconds,
    double TrainLoss,
    double ValidationLoss,
    double UniformLoss,
    IReadOnlyList<LossPoint> Loss,
    string Sample)
{
    /// <summary>How long an iteration took.</summary>
    public double MillisecondsAnIteration => 1000 * Seconds / Iterations;

    /// <summary>What there is to say of a training that is done.</summary>
    public static RunResult Of(TrainingKey key, TrainingState state, double validationLoss)
    {
        using var random = new Generator((ulong)key.Seed);
        return new RunResult(
            key.Rule.Name,
            key.Seed,
            state.Model.ParameterCount,
            key.Rule.Plan.Evaluations,
            state.Iteration,
            state.Elapsed.TotalSeconds,
            state.History.Points[^1].Train,
            validationLoss,
            key.Corpus.Vocabulary.UniformLoss,
            state.History.Points,
            new Author(state.Model, key.Corpus.Vocabulary, random).Write(key.Settings.SampleLength));
    }
}
