using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Grammar.Tests.Models;

[ScoreDepth(Steps = 3, Members = DepthMembers.All)]
public sealed partial class GatedNet : Module<Tensor, Tensor>
{
    private readonly Linear mix, gate;

    public GatedNet()
        : base(nameof(GatedNet))
    {
        mix = Linear(4, 4);
        gate = Linear(8, 4);
        RegisterComponents();
    }

    /// <summary>What the gate returns instead, where a test says so.</summary>
    public Tensor? Instead { get; set; }

    private Tensor Block(Tensor h) => mix.call(h).tanh();

    [ScoreDt]
    private Tensor Gate(Tensor h, Tensor f) => Instead ?? gate.call(cat([h, f], -1)).sigmoid();
}

[ScoreDepth(Steps = 3, Members = DepthMembers.All)]
public sealed partial class KeepAndWriteNet : Module<Tensor, Tensor>
{
    private readonly Linear mix, keep, write;

    public KeepAndWriteNet()
        : base(nameof(KeepAndWriteNet))
    {
        mix = Linear(4, 4);
        keep = Linear(4, 1);
        write = Linear(4, 4);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();

    [ScoreDt]
    private (Tensor Keep, Tensor Write) Gate(Tensor h, Tensor f) => (keep.call(h).sigmoid(), write.call(f).sigmoid());
}

[ScoreDepth(Steps = 3, Integrator = Integrator.Rk4, Members = DepthMembers.All)]
public sealed partial class WeighedNet : Module<Tensor, Tensor>
{
    private readonly Linear mix;

    [ScoreStageWeights]
    private readonly Parameter weights;

    public WeighedNet(params long[] shape)
        : base(nameof(WeighedNet))
    {
        mix = Linear(4, 4);
        weights = Parameter(zeros(shape));
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();
}

/// <summary>The same without learned weights.</summary>
[ScoreDepth(Steps = 3, Integrator = Integrator.Rk4, Members = DepthMembers.All)]
public sealed partial class UnweighedNet : Module<Tensor, Tensor>
{
    private readonly Linear mix;

    public UnweighedNet()
        : base(nameof(UnweighedNet))
    {
        mix = Linear(4, 4);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();
}

[ScoreDepth(Steps = 3, Integrator = Integrator.Ralston, Members = DepthMembers.All)]
public sealed partial class MixedNet : Module<Tensor, Tensor>
{
    private readonly Linear mix, share;

    public MixedNet()
        : base(nameof(MixedNet))
    {
        mix = Linear(4, 4);
        share = Linear(8, 4);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();

    [ScoreStageWeights]
    private Tensor Mix(Tensor k1, Tensor k2) => share.call(cat([k1, k2], -1)).sigmoid();
}

/// <summary>A step halves the state; a sample has settled once all of it is below one.</summary>
[ScoreDepth(Steps = 6, Dt = 0.5)]
public sealed partial class HalvingNet() : Module<Tensor, Tensor>(nameof(HalvingNet))
{
    /// <summary>What is answered instead, where a test says so.</summary>
    public Tensor? Instead { get; set; }

    private Tensor Block(Tensor h) => zeros_like(h);

    [ScoreExit]
    private Tensor Settled(Tensor before, Tensor after) => Instead ?? after.abs().amax(-1) < 1;
}

/// <summary>No sample ever settles.</summary>
[ScoreDepth(Steps = 5)]
public sealed partial class RestlessNet : Module<Tensor, Tensor>
{
    private readonly Linear mix;

    public RestlessNet()
        : base(nameof(RestlessNet))
    {
        mix = Linear(4, 4);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();

    [ScoreExit]
    private static Tensor Settled(Tensor before, Tensor after) => (after - before).abs().amax(-1) < 0;
}

[ScoreDepth(Steps = 4)]
public sealed partial class PonderingNet : Module<Tensor, Tensor>
{
    private readonly Linear mix, stop;

    public PonderingNet()
        : base(nameof(PonderingNet))
    {
        mix = Linear(4, 4);
        stop = Linear(4, 1);
        RegisterComponents();
    }

    /// <summary>How often the block was evaluated.</summary>
    public int Evaluations { get; private set; }

    private Tensor Block(Tensor h)
    {
        Evaluations++;
        return mix.call(h).tanh();
    }

    [ScoreHalt(Threshold = 0.7)]
    private Tensor Halt(Tensor h) => stop.call(h).sigmoid();
}

[ScoreDepth(Steps = 4)]
public sealed partial class UniversalNet : Module<Tensor, Tensor>
{
    private readonly Linear mix;

    [ScoreHalt(Threshold = 0.7, Rule = HaltRule.Mixture)]
    private readonly Sequential halt;

    public UniversalNet()
        : base(nameof(UniversalNet))
    {
        mix = Linear(4, 4);
        halt = Sequential(Linear(4, 1), Sigmoid());
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();
}

[ScoreDepth(Steps = 4)]
public sealed partial class ExitingNet : Module<Tensor, Tensor>
{
    private readonly Linear mix, stop;

    public ExitingNet()
        : base(nameof(ExitingNet))
    {
        mix = Linear(4, 4);
        stop = Linear(4, 1);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();

    [ScoreHalt(Threshold = 0.5, Rule = HaltRule.Distribution)]
    private Tensor Halt(Tensor h) => stop.call(h).sigmoid().squeeze(-1);
}

/// <summary>A norm after each step, or what a test puts in its place.</summary>
[ScoreDepth(Steps = 3, Members = DepthMembers.All)]
public sealed partial class NormedNet : Module<Tensor, Tensor>
{
    private readonly Linear mix;
    private readonly LayerNorm norm;

    public NormedNet()
        : base(nameof(NormedNet))
    {
        mix = Linear(4, 4);
        norm = LayerNorm(4);
        RegisterComponents();
    }

    public Func<Tensor, Tensor>? Instead { get; set; }

    private Tensor Block(Tensor h) => mix.call(h).tanh();

    [ScoreAfterStep]
    private Tensor Normalize(Tensor h) => Instead is null ? norm.call(h) : Instead(h);
}

[ScoreDepth(Steps = 3, Members = DepthMembers.All)]
public sealed partial class RoutedNet : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear mix, route;

    public RoutedNet()
        : base(nameof(RoutedNet))
    {
        mix = Linear(8, 4);
        route = Linear(4, 1);
        RegisterComponents();
    }

    /// <summary>What the router returns instead, where a test says so.</summary>
    public Tensor? Instead { get; set; }

    /// <summary>How many tokens each evaluation of the block was given.</summary>
    public List<long> Tokens { get; } = [];

    private Tensor Block(Tensor h, [ScorePerToken] Tensor place)
    {
        Tokens.Add(h.shape[1]);
        return mix.call(cat([h, place], -1)).tanh();
    }

    [ScoreRoute(Capacity = [1, 0.5, 0.5], Scale = 0.9)]
    private Tensor Route(Tensor h) => Instead ?? route.call(h);
}

[ScoreDepth(Steps = 3, Members = DepthMembers.All)]
public sealed partial class SelfRoutedNet : Module<Tensor, Tensor>
{
    private readonly Linear mix;

    [ScoreRoute(Choice = RouteChoice.Token)]
    private readonly Linear route;

    public SelfRoutedNet()
        : base(nameof(SelfRoutedNet))
    {
        mix = Linear(4, 4);
        route = Linear(4, 3);
        RegisterComponents();
    }

    /// <summary>How often the block was evaluated.</summary>
    public int Evaluations { get; private set; }

    private Tensor Block(Tensor h)
    {
        Evaluations++;
        return mix.call(h).tanh();
    }
}
