using ScoreGen.Depth.Tests.Numerics;
using TorchSharp.Modules;
using static ScoreGen.FixedPointSolver;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Equilibria;

/// <summary>g(h) = tanh(W·h + input) / 2, or h + g(h) where there is a skip, as a module.</summary>
public sealed class Halved : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear mix = Linear(Contraction.Width, Contraction.Width, dtype: float64);
    private readonly bool hasSkip;

    public Halved(bool hasSkip = false)
        : base(nameof(Halved))
    {
        this.hasSkip = hasSkip;
        RegisterComponents();
        Waves.Fill(this);
        using var frozen = no_grad();
        mix.weight!.div_(linalg.matrix_norm(mix.weight, 2));
    }

    public override Tensor forward(Tensor h, Tensor input)
    {
        var g = mix.call(h).add(input).tanh().mul(0.5);
        return hasSkip ? h + g : g;
    }
}

/// <summary>A module as the block.</summary>
[ScoreEquilibrium(Tolerance = 1e-13, MaxSteps = 200)]
public sealed partial class OfAModule : Module<Tensor, Tensor, Tensor>
{
    [ScoreBlock]
    public readonly Halved Inner = new();

    public OfAModule() : base(nameof(OfAModule)) => RegisterComponents();
}

/// <summary>A block with a skip of its own, which is taken off: h = g(h).</summary>
[ScoreEquilibrium(Tolerance = 1e-13, MaxSteps = 200, Members = DepthMembers.All)]
public sealed partial class Stripped : Module<Tensor, Tensor, Tensor>
{
    [ScoreBlock(StripSkip = true)]
    public readonly Halved Inner = new(hasSkip: true);

    public Stripped() : base(nameof(Stripped)) => RegisterComponents();
}

/// <summary>The residual rule: h = h + (g(h) - h), with g(h) - h as the block.</summary>
[ScoreEquilibrium(Update = UpdateRule.Residual, Tolerance = 1e-13, MaxSteps = 200, Members = DepthMembers.All)]
public sealed partial class Balanced : Module<Tensor, Tensor, Tensor>
{
    public readonly Halved Inner = new();

    public Balanced() : base(nameof(Balanced)) => RegisterComponents();

    [ScoreBlock]
    private Tensor Rate(Tensor h, Tensor input) => Inner.call(h, input) - h;
}

/// <summary>Two tensors of different shapes that hear of each other, by the residual rule.</summary>
[ScoreEquilibrium(Update = UpdateRule.Residual, Solver = Broyden, Tolerance = 1e-13, MaxSteps = 200, Members = DepthMembers.All)]
public sealed partial class OfTwoTensors : Module<Tensor, Tensor, Tensor, (Tensor, Tensor)>
{
    public readonly Halved Inner = new();

    public OfTwoTensors() : base(nameof(OfTwoTensors)) => RegisterComponents();

    public (Tensor, Tensor) Next(Tensor h, Tensor level, Tensor input)
        => (Inner.call(h, input + level), h.mean(new long[] { 1 }, keepdim: true).sin().mul(0.3));

    [ScoreBlock]
    private (Tensor, Tensor) Rates(Tensor h, Tensor level, Tensor input)
    {
        var (next, nextLevel) = Next(h, level, input);
        return (next - h, nextLevel - level);
    }
}
