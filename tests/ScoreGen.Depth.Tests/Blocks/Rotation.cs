using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Blocks;

/// <summary>A non-linear block with a Lipschitz constant of 1: a rotation, then the absolute value.</summary>
public abstract class Rotation : Module<Tensor, Tensor>
{
    private readonly Tensor turn = tensor(new[] { 0.6, -0.8, 0.8, 0.6 }, 2, 2);

    protected Rotation() : base(nameof(Rotation)) => RegisterComponents();

    [ScoreBlock]
    protected Tensor Block(Tensor h) => h.matmul(turn).abs();
}
