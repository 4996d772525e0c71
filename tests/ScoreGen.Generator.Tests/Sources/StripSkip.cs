using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 3, Integrator = Ssprk3, Members = DepthMembers.All)]
public partial class PreNorm : Module<Tensor, Tensor>
{
    private readonly LayerNorm norm;
    private readonly Linear mix;

    public PreNorm(long width) : base(nameof(PreNorm))
    {
        norm = LayerNorm(width);
        mix = Linear(width, width);
        RegisterComponents();
    }

    [ScoreBlock(StripSkip = true)]
    private Tensor Layer(Tensor x) => x + mix.call(norm.call(x));
}
