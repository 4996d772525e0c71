using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 4, Dt = 0.25, Integrator = Euler)]
public sealed partial class Encoder : Module<Tensor, Tensor>
{
    private readonly Linear up, down;

    public Encoder(long width) : base(nameof(Encoder))
    {
        up = Linear(width, 4 * width);
        down = Linear(4 * width, width);
        RegisterComponents();
    }

    [ScoreBlock]
    private Tensor Block(Tensor h) => down.call(functional.gelu(up.call(h)));
}
