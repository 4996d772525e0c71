using Samples.CommandLine;
using Samples.Reports;

namespace Molecules.Training;

/// <summary>How every model is trained.</summary>
/// <param name="Seeds">How many cross-validations each model gets.</param>
/// <param name="Folds">The parts of a cross-validation.</param>
/// <param name="JudgedFolds">How many of them are trained and judged.</param>
/// <param name="Epochs">How often the training part is gone through.</param>
public sealed record TrainingSettings(int Seeds, int Folds, int JudgedFolds, int Epochs)
{
    public long Width { get; init; } = 128;

    public int BatchSize { get; init; } = 32;

    /// <summary>The highest learning rate, of Adam.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>The epochs over which the learning rate rises to its highest.</summary>
    public int WarmUpEpochs { get; init; } = 2;

    /// <summary>What is left of the learning rate at the end.</summary>
    public double FinalShare { get; init; } = 0.01;

    public static TrainingSettings For(Effort effort) => effort switch
    {
        Effort.Quick => new TrainingSettings(Seeds: 1, Folds: 5, JudgedFolds: 1, Epochs: 20) { Width = 32 },
        Effort.Full => new TrainingSettings(Seeds: 3, Folds: 5, JudgedFolds: 5, Epochs: 100),
        _ => new TrainingSettings(Seeds: 1, Folds: 5, JudgedFolds: 5, Epochs: 100),
    };

    /// <summary>The learning rate at a step, as a share of the highest: a straight rise, then an exponential fall.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="stepsPerEpoch">The steps of an epoch.</param>
    public double RateAt(int step, int stepsPerEpoch)
    {
        var rise = WarmUpEpochs * stepsPerEpoch;
        var fall = Math.Max(1, (Epochs * stepsPerEpoch) - rise);
        return step < rise ? (step + 1.0) / rise : Math.Pow(FinalShare, (double)(step - rise) / fall);
    }

    /// <summary>Every setting, for the report.</summary>
    public IReadOnlyList<Fact> Facts() =>
    [
        new("seeds", $"{Seeds}"),
        new("folds", $"{JudgedFolds} of {Folds}"),
        new("epochs", $"{Epochs}"),
        new("batch size", $"{BatchSize}"),
        new("width", $"{Width}"),
        new("optimiser", FormattableString.Invariant($"Adam, learning rate rising to {LearningRate} over {WarmUpEpochs} epochs, then falling to {FinalShare:0.##%} of it")),
        new("loss", "mean absolute error of the target, standardised on the training part of each fold"),
    ];
}
