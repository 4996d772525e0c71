using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Quickstart;

/// <summary>The usual way: four layers of depth, each with weights of its own.</summary>
public sealed class StackedDepth : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> layers;

    public StackedDepth(long width)
        : base(nameof(StackedDepth))
    {
        layers = ModuleList(Linear(width, width), Linear(width, width), Linear(width, width), Linear(width, width));
        RegisterComponents();
    }

    public override Tensor forward(Tensor h)
    {
        foreach (var layer in layers)
        {
            h = functional.gelu(layer.call(h));
        }

        return h;
    }
}
