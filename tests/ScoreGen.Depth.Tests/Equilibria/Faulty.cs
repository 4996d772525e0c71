using TorchSharp.Modules;
using static ScoreGen.FixedPointSolver;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Equilibria;

/// <summary>F(h) = 1 - 3·w·h, which plain iteration runs away from.</summary>
public abstract class Expanding : Module<Tensor, Tensor>
{
    private readonly Parameter weight = Parameter(ones(1, float64));

    protected Expanding() : base(nameof(Expanding)) => RegisterComponents();

    protected Tensor Block(Tensor h) => h.mul(weight).mul(-3).add(1);
}

[ScoreEquilibrium(Solver = Picard, MaxSteps = 6)]
public sealed partial class Returning : Expanding;

[ScoreEquilibrium(Solver = Picard, MaxSteps = 6, OnDivergence = OnDivergence.Throw)]
public sealed partial class Throwing : Expanding;

/// <summary>A block that does as it is told at each evaluation.</summary>
public abstract class Told : Module<Tensor, Tensor>
{
    protected Told() : base(nameof(Told))
    {
    }

    internal int Evaluations { get; private set; }

    internal Func<int, Tensor, Tensor> Script { get; set; } = (_, h) => h.cos();

    protected Tensor Block(Tensor h) => Script(++Evaluations, h);
}

[ScoreEquilibrium]
public sealed partial class ToldAndReturning : Told;

[ScoreEquilibrium(OnDivergence = OnDivergence.Throw)]
public sealed partial class ToldAndThrowing : Told;

/// <summary>Its value is its context; backwards the state is turned by -3, where no solver arrives in five evaluations.</summary>
[ScoreEquilibrium(Solver = Picard, MaxSteps = 5, OnDivergence = OnDivergence.Throw)]
public sealed partial class LostBackwards() : Module<Tensor, Tensor, Tensor>(nameof(LostBackwards))
{
    private Tensor Block(Tensor h, Tensor input) => h.sub(h.detach()).mul(-3).add(input);
}

/// <summary>Recomputed in the backward pass, where it gives up if it is told to.</summary>
[ScoreDepth(Steps = 1, Backprop = Backprop.Checkpoint)]
public sealed partial class Recomputed() : Module<Tensor, Tensor>(nameof(Recomputed))
{
    internal bool GivesUp { get; set; }

    private Tensor Block(Tensor h) => GivesUp ? throw new TimeoutException("The block gave up.") : h.cos();
}

/// <summary>h = inner(h) / 2 + w: what the inner module throws backwards, it throws inside of this one's own backward pass.</summary>
public abstract class Around : Module<Tensor, Tensor>
{
    private readonly Parameter weight = Parameter(ones(1, float64));

    protected Around() : base(nameof(Around))
    {
    }

    protected abstract Tensor Inner(Tensor h);

    protected Tensor Block(Tensor h) => Inner(h).mul(0.5).add(weight);
}

[ScoreEquilibrium]
public sealed partial class AroundAnEquilibrium : Around
{
    private readonly LostBackwards inner = new();

    public AroundAnEquilibrium() => RegisterComponents();

    protected override Tensor Inner(Tensor h) => inner.call(zeros_like(h), h);
}

[ScoreEquilibrium]
public sealed partial class AroundACheckpoint : Around
{
    internal readonly Recomputed Checkpointed = new();

    public AroundACheckpoint() => RegisterComponents();

    protected override Tensor Inner(Tensor h) => Checkpointed.call(h);
}
