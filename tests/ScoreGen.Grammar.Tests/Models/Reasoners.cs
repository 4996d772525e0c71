using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Grammar.Tests.Models;

/// <summary>TRM (arXiv 2510.04871): one net, z six times and then y, three times over; gradients in the last cycle.</summary>
[ScoreDepth(Cycles = 3, Dt = 1, Backprop = Backprop.Truncated, BackpropSteps = 7)]
public sealed partial class Trm : Module<Tensor, Tensor, Tensor, (Tensor, Tensor)>
{
    public readonly Sequential net = Sequential(Linear(4, 8), Tanh(), Linear(8, 4));

    public Trm()
        : base(nameof(Trm)) => RegisterComponents();

    [ScoreBlock(Order = 1, Steps = 6, Updates = 1)]
    private Tensor Think(Tensor y, Tensor z, Tensor x) => net.call(z + y + x);

    [ScoreBlock(Order = 2, Updates = 0)]
    private Tensor Answer(Tensor y, Tensor z, Tensor x) => net.call(y + z);
}

/// <summary>HRM: two nets, the fast one twice and then the slow one, twice over; gradients in the last step of each.</summary>
[ScoreDepth(Cycles = 2, Dt = 1, Backprop = Backprop.Truncated, BackpropSteps = 2)]
public sealed partial class Hrm : Module<Tensor, Tensor, Tensor, (Tensor, Tensor)>
{
    public readonly Sequential low = Sequential(Linear(4, 4), Tanh()), high = Sequential(Linear(4, 4), Tanh());

    public Hrm()
        : base(nameof(Hrm)) => RegisterComponents();

    [ScoreBlock(Order = 1, Steps = 2, Updates = 1)]
    private Tensor Fast(Tensor h, Tensor l, Tensor x) => low.call(l + h + x);

    [ScoreBlock(Order = 2, Updates = 0)]
    private Tensor Slow(Tensor h, Tensor l, Tensor x) => high.call(h + l);
}

/// <summary>EqR (arXiv 2605.21488): as TRM, damped by 0.95, with a noise after each step that comes as a context here.</summary>
[ScoreDepth(Cycles = 2, Dt = 0.95)]
public sealed partial class Eqr : Module<Tensor, Tensor, Tensor, Tensor, (Tensor, Tensor)>
{
    public readonly Sequential net = Sequential(Linear(4, 8), Tanh(), Linear(8, 4));

    public Eqr()
        : base(nameof(Eqr)) => RegisterComponents();

    [ScoreBlock(Order = 1, Steps = 3, Updates = 1)]
    private Tensor Think(Tensor y, Tensor z, Tensor x, Tensor noise) => net.call(z + y + x);

    [ScoreBlock(Order = 2, Updates = 0)]
    private Tensor Answer(Tensor y, Tensor z, Tensor x, Tensor noise) => net.call(y + z);

    /// <summary>It writes into what it is given, which is the pass's own.</summary>
    [ScoreAfterStep]
    private static (Tensor, Tensor) Disturb(Tensor y, Tensor z, Tensor noise) => (y.add_(noise * 0.01), z.sub_(noise * 0.01));
}

/// <summary>Two speeds under a method of several stages, whose slope is asked for.</summary>
[ScoreDepth(Integrator = Integrator.Heun, Members = DepthMembers.All)]
public sealed partial class TwoSpeeds : Module<Tensor, Tensor, (Tensor, Tensor)>
{
    public readonly Linear fast = Linear(4, 4, hasBias: false), slow = Linear(2, 2, hasBias: false);

    public TwoSpeeds()
        : base(nameof(TwoSpeeds)) => RegisterComponents();

    [ScoreBlock(Order = 1, Steps = 2, Updates = 0)]
    private Tensor Fast(Tensor x, Tensor v) => fast.call(x) + v.sum();

    [ScoreBlock(Order = 2, Updates = 1)]
    private Tensor Slow(Tensor x, Tensor v) => slow.call(v) + x.sum();
}
