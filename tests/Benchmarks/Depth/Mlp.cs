using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks.Depth;

/// <summary>The measured block: d -> 4d -> d with GELU, its temporaries freed by hand, so that the floor is the block and nothing else.</summary>
public abstract class Mlp : Module<Tensor, Tensor>
{
    public const int Steps = 4;
    public const double Dt = 0.25;

    private readonly Linear up;
    private readonly Linear down;

    protected Mlp(long width)
        : base(nameof(Mlp))
    {
        up = Linear(width, 4 * width);
        down = Linear(4 * width, width);
        RegisterComponents();
    }

    public Tensor Block(Tensor h)
    {
        using var wide = up.call(h);
        using var bent = functional.gelu(wide);
        return down.call(bent);
    }
}

[ScoreDepth(Steps = Mlp.Steps, Dt = Mlp.Dt, Integrator = Integrator.Euler)]
public sealed partial class EulerMlp(long width) : Mlp(width);

[ScoreDepth(Steps = Mlp.Steps, Dt = Mlp.Dt, Integrator = Integrator.ThreeEighths)]
public sealed partial class ThreeEighthsMlp(long width) : Mlp(width);
