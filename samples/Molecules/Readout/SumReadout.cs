using Molecules.Graphs;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Molecules.Readout;

/// <summary>The sum over the atoms of each molecule.</summary>
public sealed class SumReadout() : Module<Tensor, MoleculeBatch, Tensor>(nameof(SumReadout))
{
    public override Tensor forward(Tensor atoms, MoleculeBatch batch) => batch.SumAtMolecules(atoms);
}
