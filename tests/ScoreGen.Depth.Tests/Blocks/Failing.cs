using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Blocks;

/// <summary>A block that leaves temporaries behind and throws at one of its evaluations.</summary>
public abstract class Failing : Module<Tensor, Tensor>
{
    protected Failing() : base(nameof(Failing))
    {
    }

    internal int EvaluationsLeft { get; set; }

    [ScoreBlock]
    protected Tensor Block(Tensor h)
    {
        var value = h.mul(0.5).cos();
        return EvaluationsLeft-- > 0 ? value : throw new TimeoutException("The block gave up.");
    }
}
