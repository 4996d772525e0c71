using Molecules.Depth;
using Molecules.Featurization;
using Molecules.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Molecules.Backbones;

/// <summary>
/// Messages along directed edges (D-MPNN; Yang et al., J. Chem. Inf. Model. 59, 2019): the state is a vector for each edge, and the
/// input is injected at each step.
/// </summary>
public sealed class DirectedBackbone : Backbone
{
    private readonly Linear edges, atoms;

    public DirectedBackbone(long width, GraphDepth depth)
        : base(nameof(DirectedBackbone), depth)
    {
        edges = Linear(AtomFeatures.Width + BondFeatures.Width, width, hasBias: false);
        atoms = Linear(AtomFeatures.Width + width, width);
        RegisterComponents();
    }

    protected override Tensor Embed(MoleculeBatch batch) => edges.call(cat([batch.AtSources(batch.Atoms), batch.Bonds], 1));

    protected override Tensor First(Tensor input) => functional.relu(input);

    protected override Tensor AtAtoms(Tensor state, MoleculeBatch batch)
        => functional.relu(atoms.call(cat([batch.Atoms, batch.SumAtTargets(state)], 1)));
}
