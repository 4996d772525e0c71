using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Parts;

/// <summary>A convolution over neighbours in which no feature listens to others by more than 0.95 in all: it brings any two inputs closer together, measured by their largest difference.</summary>
public sealed class ContractingConvolution : Module<Tensor, Tensor>
{
    private const double Most = 0.95;

    private readonly Parameter weight;

    public ContractingConvolution(long width)
        : base(nameof(ContractingConvolution))
    {
        weight = Parameter(0.1 * randn(width, width, 3));
        RegisterComponents();
    }

    public override Tensor forward(Tensor h)
        => functional.conv1d(h, weight * (Most / weight.abs().sum([1, 2], keepdim: true).clamp_min(Most)), padding: 1);
}
