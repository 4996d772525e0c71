using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 2, Integrator = Heun, Members = DepthMembers.All)]
public partial class Decoder : Module<Tensor, Tensor, string?, Tensor>
{
    private readonly Linear mix;

    public Decoder(long width) : base(nameof(Decoder))
    {
        mix = Linear(width, width);
        RegisterComponents();
    }

    [ScoreBlock]
    internal Tensor Attend([ScoreStep] int step, Tensor state, Tensor mask, [ScoreTime] double time, string? label)
        => mix.call(state).mul(mask).mul(label is null ? time : time + step);
}
