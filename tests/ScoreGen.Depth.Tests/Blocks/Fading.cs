using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Blocks;

/// <summary><c>dh/dt = -cos(t)·h²</c> under the residual rule, solved by <c>h[0] / (1 + h[0]·sin t)</c>.</summary>
public abstract class Fading : Module<Tensor, Tensor>
{
    protected Fading() : base(nameof(Fading))
    {
    }

    [ScoreBlock]
    protected Tensor Block(Tensor h, [ScoreTime] double time) => -Math.Cos(time) * h.square();

    internal static Tensor Solution(Tensor start, double time) => start / (1 + (Math.Sin(time) * start));
}

/// <summary>The same equation under the contractive rule, which takes the state off the block.</summary>
public abstract class LeakyFading : Module<Tensor, Tensor>
{
    protected LeakyFading() : base(nameof(LeakyFading))
    {
    }

    [ScoreBlock]
    protected Tensor Block(Tensor h, [ScoreTime] double time) => h - (Math.Cos(time) * h.square());
}
