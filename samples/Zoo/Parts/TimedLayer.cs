using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Parts;

/// <summary>A Transformer layer that is told how far down it is: a small net of the depth scales what it says.</summary>
public sealed class TimedLayer : Module
{
    private readonly TransformerLayer layer;
    private readonly Sequential scale;

    public TimedLayer(long width, long heads)
        : base(nameof(TimedLayer))
    {
        layer = new TransformerLayer(width, heads);
        scale = Sequential(Linear(1, 16), GELU(), Linear(16, width));
        RegisterComponents();
    }

    /// <summary>What the layer says of a state.</summary>
    /// <param name="depth">How far down it is, from 0 to 1.</param>
    /// <param name="h">The state.</param>
    public Tensor At(double depth, Tensor h) => layer.call(h) * (1 + scale.call(full([1], (float)depth, device: h.device)));
}
