using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MyModel;

/// <summary>Widens the input, goes deep, and reads one number off the state.</summary>
public sealed class Regressor : Module<Tensor, Tensor>
{
    private readonly Linear widen;
    private readonly SharedDepth depth;
    private readonly Linear read;

    public Regressor(long inputs, long width) : base(nameof(Regressor))
    {
        widen = Linear(inputs, width);
        depth = new SharedDepth(width);
        read = Linear(width, 1);
        RegisterComponents();
    }

    /// <summary>From batch × inputs to batch × 1.</summary>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        return read.call(depth.call(widen.call(x))).MoveToOuterDisposeScope();
    }
}
