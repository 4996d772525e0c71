using Molecules.Depth;
using Molecules.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Molecules.Backbones;

/// <summary>
/// Graph convolution (Kipf and Welling, 2017): a mean over the neighbours and the atom itself, weighted by their degrees.
/// <c>F(h) = relu(W·D^-½(A + 1)D^-½·h)</c>.
/// </summary>
public sealed class GcnStep : GraphStep
{
    private readonly Linear update;

    public GcnStep(long width)
        : base(nameof(GcnStep))
    {
        update = Linear(width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor h, Tensor input, MoleculeBatch batch)
    {
        var scaled = h.mul(batch.InverseRootDegree);
        var heard = batch.SumAtTargets(batch.AtSources(scaled)).add_(scaled).mul(batch.InverseRootDegree);
        return functional.relu(update.call(heard));
    }
}
