using Samples;
using Zoo.Systems;
using Zoo.Training;

namespace Zoo;

/// <summary>A system of the field: an annotated class, and an experiment in which what its authors say of it can be seen.</summary>
public abstract class DepthSystem : INamed<DepthSystem>
{
    /// <inheritdoc/>
    public static IReadOnlyList<DepthSystem> All { get; } =
    [
        new Score(),
        new NeuralOdes(),
        new OdeTransformer(),
        new OtTransformers(),
        new Universal(),
        new Huginn(),
        new MixtureOfRecursions(),
        new Deq(),
        new Hopfield(),
        new Parcaes(),
        new Attractor(),
        new DepthRecurrent(),
        new Raptor(),
        new Trm(),
        new Hrm(),
        new Ouro(),
        new InContext(),
        new Stars(),
        new LearningRates(),
    ];

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <summary>Who published it, and where.</summary>
    public abstract string Source { get; }

    /// <summary>What one step does.</summary>
    public abstract string Formula { get; }

    /// <summary>What is to be seen, in a sentence.</summary>
    public abstract string Expected { get; }

    /// <summary>Trains, measures, and says what was found; the same trial on the same machine gives the same findings.</summary>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public abstract Findings Run(Trial trial);
}
