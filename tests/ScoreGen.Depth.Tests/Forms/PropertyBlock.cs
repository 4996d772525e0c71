using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Forms;

/// <summary>A module in a property as the block; its further input becomes the context.</summary>
[ScoreDepth(Steps = 3, Dt = 0.2, Members = DepthMembers.All)]
public sealed partial class PropertyBlock : Module<Tensor, Tensor, Tensor>
{
    public PropertyBlock() : base(nameof(PropertyBlock)) => RegisterComponents();

    [ScoreBlock]
    private Gate Cell { get; } = new();

    internal sealed class Gate : Module<Tensor, Tensor, Tensor>
    {
        private readonly Linear weights = Linear(3, 3, dtype: ScalarType.Float64);

        public Gate() : base(nameof(Gate)) => RegisterComponents();

        public override Tensor forward(Tensor h, Tensor gate) => weights.call(h).mul(gate.sigmoid());
    }

    internal Tensor Expected(Tensor h, Tensor gate)
    {
        for (var step = 0; step < 3; step++)
        {
            h = (0.8 * h) + (0.2 * Cell.call(h, gate));
        }

        return h;
    }
}
