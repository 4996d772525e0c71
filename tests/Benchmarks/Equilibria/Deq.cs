using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks.Equilibria;

/// <summary>The measured block, d -> 4d -> d with GELU plus an input, with the same weights as its peer's.</summary>
public abstract class Deq : Module<Tensor, Tensor, Tensor>
{
    public const long Width = 64;

    private readonly Linear up;
    private readonly Linear down;

    protected Deq()
        : base(nameof(Deq))
    {
        up = Linear(Width, 4 * Width);
        down = Linear(4 * Width, Width);
        RegisterComponents();
        using var frozen = no_grad();
        foreach (var (index, layer) in new[] { up, down }.Index())
        {
            layer.weight!.copy_(SharedNumbers.Of(2 * index + 1, layer.weight.shape).div(Math.Sqrt(layer.in_features)));
            layer.bias!.copy_(SharedNumbers.Of(2 * index + 2, layer.bias.shape).div(Math.Sqrt(layer.in_features)));
        }
    }

    protected Tensor Block(Tensor h, Tensor input)
    {
        using var wide = up.call(h);
        using var bent = functional.gelu(wide);
        using var narrow = down.call(bent);
        return narrow.add(input);
    }
}

[ScoreEquilibrium]
public sealed partial class AndersonDeq : Deq;

[ScoreEquilibrium(Solver = FixedPointSolver.Picard)]
public sealed partial class PicardDeq : Deq;

[ScoreEquilibrium(Solver = FixedPointSolver.Broyden)]
public sealed partial class BroydenDeq : Deq;
