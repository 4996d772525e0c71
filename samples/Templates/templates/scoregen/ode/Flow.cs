using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static ScoreGen.UpdateRule;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MyModel;

/// <summary>
/// A neural differential equation dh/dt = F(h, t), from t = 0 to t = 1 in four steps of the classical Runge-Kutta method: the compiler writes
/// <c>forward</c>. Go to its definition to read it.
/// </summary>
[ScoreDepth(Steps = 4, Dt = 0.25, Integrator = Rk4, Update = Residual)]
public sealed partial class Flow : Module<Tensor, Tensor>
{
    private readonly Linear widen;
    private readonly Linear narrow;

    public Flow(long state, long width) : base(nameof(Flow))
    {
        widen = Linear(state + 1, width);
        narrow = Linear(width, state);
        RegisterComponents();
    }

    /// <summary>How fast a state (batch × state) changes at time t: a tensor of the same shape.</summary>
    [ScoreBlock]
    public Tensor Speed(Tensor h, [ScoreTime] double t)
    {
        var time = full_like(h[.., 0..1], t);
        return narrow.call(widen.call(cat([h, time], dim: 1)).tanh());
    }
}
