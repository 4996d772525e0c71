using Molecules.Graphs;
using static TorchSharp.torch;

namespace Molecules.Training;

/// <summary>Molecules with what is to be predicted of them.</summary>
/// <param name="Molecules">The molecules.</param>
/// <param name="Targets">Their standardised targets: [molecules, 1].</param>
public sealed record TargetBatch(MoleculeBatch Molecules, Tensor Targets) : IDisposable
{
    public void Dispose()
    {
        Molecules.Dispose();
        Targets.Dispose();
    }
}
