using ScoreGen.Depth.Tests.Numerics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Blocks;

/// <summary>The block of <see cref="Net"/>, marked as one that has a skip to take off.</summary>
public abstract class NetWithStrippedSkip : Module<Tensor, Tensor>
{
    private readonly Perceptron perceptron = new();

    protected NetWithStrippedSkip() : base(nameof(NetWithStrippedSkip))
    {
        RegisterComponents();
        Waves.Fill(this);
    }

    [ScoreBlock(StripSkip = true)]
    protected Tensor Block(Tensor h) => perceptron.call(h);
}
