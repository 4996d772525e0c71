using Molecules.Depth;
using Molecules.Featurization;
using Molecules.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Molecules.Backbones;

/// <summary>Messages between atoms: the state is a vector for each atom.</summary>
public sealed class AtomBackbone : Backbone
{
    private readonly Linear embed;

    public AtomBackbone(long width, GraphDepth depth)
        : base(nameof(AtomBackbone), depth)
    {
        embed = Linear(AtomFeatures.Width, width);
        RegisterComponents();
    }

    protected override Tensor Embed(MoleculeBatch batch) => functional.relu(embed.call(batch.Atoms));

    protected override Tensor AtAtoms(Tensor state, MoleculeBatch batch) => functional.relu(state);
}
