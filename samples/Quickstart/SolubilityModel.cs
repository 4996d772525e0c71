using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Quickstart;

/// <summary>An MLP from the descriptors of a molecule to its solubility, with a depth of the caller's choice.</summary>
public sealed class SolubilityModel : Module<Tensor, Tensor>
{
    private readonly Linear encode, decode;
    private readonly Module<Tensor, Tensor> depth;

    public SolubilityModel(long descriptors, long width, Module<Tensor, Tensor> depth)
        : base(nameof(SolubilityModel))
    {
        encode = Linear(descriptors, width);
        this.depth = depth;
        decode = Linear(width, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => decode.call(depth.call(encode.call(x)));
}
