#if LIBTORCH
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace ScoreGen.Depth.Tests.Blocks;

/// <summary>The identity, whose backward throws where it is told to. TorchSharp ends the process then.</summary>
internal sealed class ThrowingBackward : SingleTensorFunction<ThrowingBackward>
{
    public override string Name => nameof(ThrowingBackward);

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        ctx.save_data("throws", vars[1]);
        return ((Tensor)vars[0]).clone();
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
        => (bool)ctx.get_data("throws") ? throw new TimeoutException("The way back gave up.") : [grad_output, null!];
}
#endif
