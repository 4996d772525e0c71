using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Parts;

/// <summary>A norm and a layer of four times the width: what a pre-norm residual block adds to its state.</summary>
public sealed class Mlp : Module<Tensor, Tensor>
{
    private readonly Sequential net;

    /// <param name="width">The width of the state.</param>
    public Mlp(long width)
        : base(nameof(Mlp))
    {
        net = Sequential(LayerNorm(width), Linear(width, 4 * width), GELU(), Linear(4 * width, width));
        RegisterComponents();
    }

    public override Tensor forward(Tensor h) => net.call(h);
}
