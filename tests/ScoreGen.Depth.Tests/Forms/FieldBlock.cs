using ScoreGen.Depth.Tests.Blocks;
using ScoreGen.Depth.Tests.Numerics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Forms;

/// <summary>A module in a field as the block.</summary>
[ScoreDepth(Steps = 3, Dt = 0.2, Integrator = Integrator.Midpoint, Members = DepthMembers.All)]
public sealed partial class FieldBlock : Module<Tensor, Tensor>
{
    [ScoreBlock]
    private readonly Perceptron inner = new();

    public FieldBlock() : base(nameof(FieldBlock))
    {
        RegisterComponents();
        Waves.Fill(this);
    }

    internal Perceptron Inner => inner;

    internal static Tensor Expected(Tensor h, Func<Tensor, Tensor> block)
    {
        for (var step = 0; step < 3; step++)
        {
            var middle = h + (0.1 * (block(h) - h));
            h = h + (0.2 * (block(middle) - middle));
        }

        return h;
    }
}
