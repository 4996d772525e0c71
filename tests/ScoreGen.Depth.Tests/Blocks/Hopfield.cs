using ScoreGen.Depth.Tests.Numerics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Blocks;

/// <summary>The retrieval step of a modern Hopfield network: attention over stored patterns.</summary>
public abstract class Hopfield : Module<Tensor, Tensor>
{
    private const double Sharpness = 4;

    private readonly Tensor patterns = Waves.Of(11, 5, Perceptron.Width);

    protected Hopfield() : base(nameof(Hopfield)) => RegisterComponents();

    [ScoreBlock]
    protected Tensor Block(Tensor h) => h.matmul(patterns.t()).mul(Sharpness).softmax(-1).matmul(patterns);

    /// <summary>The energy of each row, up to a constant: retrieval descends it.</summary>
    internal Tensor Energy(Tensor h)
        => (h.square().sum(-1) / 2) - (h.matmul(patterns.t()).mul(Sharpness).logsumexp(-1) / Sharpness);
}
