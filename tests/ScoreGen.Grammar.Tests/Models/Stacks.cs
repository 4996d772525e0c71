using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Grammar.Tests.Models;

/// <summary>The unshared baseline of the paper, "skip05".</summary>
[ScoreDepth(Steps = 3, Dt = 0.5, Weights = WeightSharing.PerStep, Members = DepthMembers.All)]
public sealed partial class Skip05 : Module<Tensor, Tensor>
{
    [ScoreBlock]
    public readonly ModuleList<Linear> layers;

    public Skip05(int count)
        : base(nameof(Skip05))
    {
        layers = ModuleList(Enumerable.Range(0, count).Select(_ => Linear(4, 4)).ToArray());
        RegisterComponents();
    }
}

/// <summary>A plain stack: with dt = 1 nothing is left of the old state.</summary>
[ScoreDepth(Steps = 3, Dt = 1, Weights = WeightSharing.PerStep, Members = DepthMembers.All)]
public sealed partial class PlainStack : Module<Tensor, Tensor>
{
    [ScoreBlock]
    public readonly ModuleList<Sequential> layers;

    public PlainStack()
        : base(nameof(PlainStack))
    {
        layers = ModuleList(Enumerable.Range(0, 3).Select(_ => Sequential(Linear(4, 4), Tanh())).ToArray());
        RegisterComponents();
    }
}

/// <summary>Two blocks in turn, twice over.</summary>
[ScoreDepth(Cycles = 2, Members = DepthMembers.All)]
public sealed partial class TwoPhases : Module<Tensor, Tensor>
{
    [ScoreBlock(Order = 1, Steps = 2)]
    private readonly Linear first;

    [ScoreBlock(Order = 2, Steps = 1)]
    private readonly Linear second;

    public TwoPhases()
        : base(nameof(TwoPhases))
    {
        first = Linear(4, 4);
        second = Linear(4, 4);
        RegisterComponents();
    }
}

/// <summary>A schedule of step sizes, and a tolerance.</summary>
[ScoreDepth(Steps = 3, DtSchedule = new[] { 0.5, 0.25, 0.25 }, Members = DepthMembers.All)]
public sealed partial class Scheduled : Module<Tensor, Tensor>
{
    [ScoreBlock]
    private readonly Linear layer;

    public Scheduled()
        : base(nameof(Scheduled))
    {
        layer = Linear(4, 4);
        RegisterComponents();
    }
}

/// <summary>Leaks towards zero at a rate of 1 - dt, so that it settles.</summary>
[ScoreDepth(Steps = 50, Dt = 0.5, Tolerance = 0.3, Members = DepthMembers.All)]
public sealed partial class Settling : Module<Tensor, Tensor, Tensor>
{
    public Settling()
        : base(nameof(Settling))
        => RegisterComponents();

    public int Evaluations { get; private set; }

    private Tensor Block(Tensor h, Tensor target)
    {
        Evaluations++;
        return target + (0 * h);
    }
}

/// <summary>Two tensors that turn about each other.</summary>
[ScoreDepth(Steps = 3, Dt = 0.25, Integrator = Integrator.Heun, Members = DepthMembers.All)]
public sealed partial class Turning : Module<Tensor, Tensor, (Tensor, Tensor)>
{
    private readonly Linear mix;

    public Turning()
        : base(nameof(Turning))
    {
        mix = Linear(4, 4);
        RegisterComponents();
    }

    private (Tensor, Tensor) Block(Tensor q, Tensor p) => (mix.call(p).tanh(), mix.call(q).neg().tanh());
}

/// <summary>Stages in time, each step computed once more in backward.</summary>
[ScoreDepth(Steps = 3, Dt = 0.25, Integrator = Integrator.Rk4, Backprop = Backprop.Checkpoint, Members = DepthMembers.All)]
public sealed partial class RecalledInTime : Module<Tensor, Tensor>
{
    private readonly Linear mix;

    public RecalledInTime()
        : base(nameof(RecalledInTime))
    {
        mix = Linear(4, 4);
        RegisterComponents();
    }

    private Tensor Block(Tensor h, [ScoreTime] double t) => mix.call(h).add(t).tanh();
}

/// <summary>A stack whose second layer may have another width.</summary>
[ScoreDepth(Steps = 2, Weights = WeightSharing.PerStep, Members = DepthMembers.All)]
public sealed partial class NarrowStack : Module<Tensor, Tensor>
{
    [ScoreBlock]
    private readonly ModuleList<Linear> layers;

    public NarrowStack(long width)
        : base(nameof(NarrowStack))
    {
        layers = ModuleList(Linear(4, 4), Linear(4, width));
        RegisterComponents();
    }
}

/// <summary>Two phases, of which the second may have another width.</summary>
[ScoreDepth(Members = DepthMembers.All)]
public sealed partial class NarrowPhase : Module<Tensor, Tensor>
{
    [ScoreBlock(Order = 1, Steps = 2)]
    private readonly Linear first;

    [ScoreBlock(Order = 2, Steps = 2)]
    private readonly Linear second;

    public NarrowPhase(long width)
        : base(nameof(NarrowPhase))
    {
        first = Linear(4, 4);
        second = Linear(4, width);
        RegisterComponents();
    }
}
