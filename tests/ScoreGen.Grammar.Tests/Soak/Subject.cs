using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests.Soak;

/// <summary>A model that is used again and again.</summary>
internal sealed record Subject(Grammar Grammar, ICase Model)
{
    /// <summary>The evaluations among which one may fail. None where steps are computed again: TorchSharp ends the process when a function fails in a backward pass.</summary>
    public int Interruptible => Grammar.Backprop == Backprop.Checkpoint ? 0 : Model.Plan.Evaluations;

    /// <summary>A state of random numbers.</summary>
    public Tensor[] State(long[] shape) => [.. Enumerable.Range(0, Grammar.States).Select(_ => randn(shape, dtype: ScalarType.Float64))];
}
