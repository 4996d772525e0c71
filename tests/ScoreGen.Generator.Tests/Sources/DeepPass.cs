using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 32, Backprop = Backprop.Truncated, BackpropSteps = 4)]
public partial class Deep : Module<Tensor, Tensor>
{
    private readonly Linear map;

    public Deep(long width) : base(nameof(Deep))
    {
        map = Linear(width, width);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => map.call(h).tanh();
}
