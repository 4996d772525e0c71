using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Forms;

/// <summary>Members and inputs with the names that emitted code would like for itself.</summary>
[ScoreDepth(Steps = 2, Dt = 0.5, Integrator = Integrator.Heun, Members = DepthMembers.All)]
public sealed partial class @event : Module<Tensor, Tensor, Tensor, Tensor>
{
    private readonly double Weights = 0.5;

    public @event() : base("event")
    {
    }

    private static double Evaluate() => 2;

    private static double Advance() => 3;

    private Tensor Block(Tensor @class, Tensor pass, Tensor f1)
        => @class.mul(Weights).cos() + pass.mul(Evaluate()) + f1.mul(Advance());

    internal Tensor Expected(Tensor h, Tensor pass, Tensor f1)
    {
        for (var step = 0; step < 2; step++)
        {
            var k1 = Block(h, pass, f1) - h;
            var y2 = h + (0.5 * k1);
            h = h + (0.25 * (k1 + Block(y2, pass, f1) - y2));
        }

        return h;
    }
}
