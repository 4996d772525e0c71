using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Parts;

/// <summary>The velocity of a state at a depth time, as a net of one hidden layer.</summary>
public sealed class Velocity : Module<Tensor, double, Tensor>
{
    private readonly Sequential net;

    public Velocity(long width, long hidden)
        : base(nameof(Velocity))
    {
        net = Sequential(Linear(width + 1, hidden), Tanh(), Linear(hidden, width));
        RegisterComponents();
    }

    public override Tensor forward(Tensor h, double time) => net.call(cat([h, full_like(h.narrow(-1, 0, 1), time)], -1));
}
