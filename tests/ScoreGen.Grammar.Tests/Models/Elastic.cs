using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Grammar.Tests.Models;

/// <summary>dh/dt = A·h + sin t over 0 to 1, in any number of steps.</summary>
[ScoreDepth(Steps = 4, Integrator = Integrator.Rk4, Update = UpdateRule.Residual, KeepHorizon = true, Members = DepthMembers.Steps | DepthMembers.Schedule)]
public sealed partial class Elastic : Module<Tensor, Tensor>
{
    private readonly Linear mix = Linear(4, 4);

    public Elastic()
        : base(nameof(Elastic)) => RegisterComponents();

    private Tensor Block(Tensor h, [ScoreTime] double time) => mix.call(h) + Math.Sin(time);
}
