using Samples.CommandLine;
using Samples.Reports;

namespace Quickstart;

/// <summary>How both contenders are trained.</summary>
public sealed record Settings(int Seeds, int Epochs)
{
    public long Width { get; init; } = 64;

    public int BatchSize { get; init; } = 32;

    public double LearningRate { get; init; } = 3e-3;

    public double WeightDecay { get; init; } = 0.01;

    public double TrainShare { get; init; } = 0.8;

    public static Settings For(Effort effort) => effort switch
    {
        Effort.Quick => new Settings(Seeds: 2, Epochs: 20),
        Effort.Full => new Settings(Seeds: 10, Epochs: 200),
        _ => new Settings(Seeds: 5, Epochs: 100),
    };

    /// <summary>Every setting, for the report.</summary>
    public IReadOnlyList<Fact> Facts() =>
    [
        new("seeds", $"{Seeds}"),
        new("epochs", $"{Epochs}"),
        new("batch size", $"{BatchSize}"),
        new("width", $"{Width}"),
        new("optimiser", FormattableString.Invariant($"AdamW, learning rate {LearningRate} falling to 0 along a cosine, weight decay {WeightDecay}")),
        new("split", FormattableString.Invariant($"random for each seed, {TrainShare:0.##} for training; inputs and target standardised on the training part")),
    ];
}
