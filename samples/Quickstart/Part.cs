using static TorchSharp.torch;

namespace Quickstart;

/// <summary>The training or the test part of the molecules, standardised.</summary>
/// <param name="Inputs">Their descriptors: [molecules, descriptors].</param>
/// <param name="Targets">Their solubility: [molecules, 1].</param>
public sealed record Part(Tensor Inputs, Tensor Targets) : IDisposable
{
    public long Count => Inputs.shape[0];

    public void Dispose()
    {
        Inputs.Dispose();
        Targets.Dispose();
    }
}
