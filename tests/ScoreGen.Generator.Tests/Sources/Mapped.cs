using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 2, Members = DepthMembers.Energy)]
public sealed partial class Normed : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear mix;
    private readonly LayerNorm norm;

    public Normed(long width) : base(nameof(Normed))
    {
        mix = Linear(width, width);
        norm = LayerNorm(width);
        RegisterComponents();
    }

    private Tensor Block(Tensor h, Tensor prompt) => mix.call(h + prompt).tanh();

    [ScoreAfterStep]
    private Tensor Normalize(Tensor h) => norm.call(h);
}

[ScoreDepth(Steps = 2, Integrator = Integrator.Heun)]
public sealed partial class Jittered : Module<Tensor, Tensor, Tensor, (Tensor, Tensor)>
{
    public Jittered() : base(nameof(Jittered)) => RegisterComponents();

    private (Tensor, Tensor) Block(Tensor x, Tensor v, Tensor noise) => (v, -x);

    [ScoreAfterStep]
    private static (Tensor, Tensor) Jitter(Tensor x, Tensor v, Tensor noise, [ScoreTime] double time) => (x + (noise * time), v);
}
