using NanoGpt.Model;
using Samples;
using Samples.CommandLine;
using Samples.Reports;

namespace NanoGpt.Training;

/// <summary>How every model is trained. The defaults are what nanoGPT publishes for a CPU.</summary>
/// <param name="Seeds">How many trainings each model gets.</param>
/// <param name="Iterations">How many batches a training goes through.</param>
public sealed record TrainingSettings(int Seeds, int Iterations)
{
    public int Context { get; init; } = 64;

    public int Width { get; init; } = 128;

    public int Heads { get; init; } = 4;

    public int BatchSize { get; init; } = 12;

    /// <summary>The highest learning rate, of AdamW.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>The learning rate at the end.</summary>
    public double FinalRate { get; init; } = 1e-4;

    /// <summary>The iterations over which the learning rate rises to its highest.</summary>
    public int WarmUp { get; init; } = 100;

    public double Beta1 { get; init; } = 0.9;

    public double Beta2 { get; init; } = 0.99;

    /// <summary>Of matrices; the scales of the norms are left alone.</summary>
    public double WeightDecay { get; init; } = 0.1;

    /// <summary>The greatest norm of all gradients together.</summary>
    public double Clip { get; init; } = 1;

    /// <summary>The iterations from one point of the loss curve to the next.</summary>
    public int JudgeEvery { get; init; } = 100;

    /// <summary>How many batches of the validation part such a point looks at; the last one looks at all.</summary>
    public int JudgedBatches { get; init; } = 20;

    /// <summary>The iterations from one checkpoint to the next.</summary>
    public int CheckpointEvery { get; init; } = 250;

    /// <summary>The length of the text that each model writes at the end.</summary>
    public int SampleLength { get; init; } = 400;

    public static TrainingSettings For(Effort effort) => effort switch
    {
        Effort.Quick => new TrainingSettings(Seeds: 1, Iterations: 200)
        {
            Context = 32,
            Width = 64,
            LearningRate = 3e-3,
            FinalRate = 3e-4,
            WarmUp = 20,
            JudgeEvery = 20,
            JudgedBatches = 5,
            CheckpointEvery = 50,
            SampleLength = 100,
        },
        Effort.Full => new TrainingSettings(Seeds: 3, Iterations: 2000),
        _ => new TrainingSettings(Seeds: 1, Iterations: 2000),
    };

    /// <summary>Makes sure that each of several processes has a part of every batch.</summary>
    /// <exception cref="SampleException">There are more processes than texts in a batch.</exception>
    public void RequireWorkFor(int processes)
    {
        if (processes > BatchSize)
        {
            throw new SampleException($"{processes} processes were started, but a batch has {BatchSize} texts to divide among them. Start {BatchSize} processes at most.");
        }
    }

    /// <summary>The sizes of a model for a vocabulary.</summary>
    public GptShape Shape(int vocabulary) => new(vocabulary, Context, Width, Heads);

    /// <summary>The learning rate of an iteration: a straight rise, then half a cosine.</summary>
    /// <param name="iteration">The iteration, from 0.</param>
    public double RateAt(int iteration)
    {
        if (iteration < WarmUp)
        {
            return LearningRate * (iteration + 1) / (WarmUp + 1);
        }

        var share = (double)(iteration - WarmUp) / Math.Max(1, Iterations - WarmUp);
        return FinalRate + (0.5 * (1 + Math.Cos(Math.PI * share)) * (LearningRate - FinalRate));
    }

    /// <summary>Every setting, for the report.</summary>
    public IReadOnlyList<Fact> Facts() =>
    [
        new("seeds", $"{Seeds}"),
        .. TrainingFacts(),
        new("checkpoints", FormattableString.Invariant($"every {CheckpointEvery} iterations")),
        new("sample", FormattableString.Invariant($"{SampleLength} characters")),
    ];

    /// <summary>Every setting that decides what a training does.</summary>
    public IReadOnlyList<Fact> TrainingFacts() =>
    [
        new("iterations", $"{Iterations}"),
        new("batch", FormattableString.Invariant($"{BatchSize} texts of {Context} characters")),
        new("width", FormattableString.Invariant($"{Width}, {Heads} heads, no biases, no dropout, one table for input and output")),
        new("optimiser", FormattableString.Invariant($"AdamW, betas {Beta1} and {Beta2}, weight decay {WeightDecay} on matrices, gradients clipped to a norm of {Clip}")),
        new("learning rate", FormattableString.Invariant($"rising to {LearningRate} over {WarmUp} iterations, then falling to {FinalRate} along a cosine")),
        new("split", "the first 90 % of the text to learn from, the rest to be judged by"),
        new("curve", FormattableString.Invariant($"a point every {JudgeEvery} iterations, on {JudgedBatches} batches of the validation part")),
    ];
}
