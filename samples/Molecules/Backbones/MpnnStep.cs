using Molecules.Depth;
using Molecules.Featurization;
using Molecules.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Molecules.Backbones;

/// <summary>
/// Message passing with a gated update (Gilmer et al., 2017): the neighbours' messages depend on the bond, and a GRU takes their sum
/// in. <c>F(h) = GRU(Σ relu(W·h_neighbour + E·bond), h)</c>.
/// </summary>
public sealed class MpnnStep : GraphStep
{
    private readonly Linear messages, bonds;
    private readonly GRUCell update;

    public MpnnStep(long width)
        : base(nameof(MpnnStep))
    {
        messages = Linear(width, width, hasBias: false);
        bonds = Linear(BondFeatures.Width, width);
        update = GRUCell(width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor h, Tensor input, MoleculeBatch batch)
    {
        var heard = functional.relu(batch.AtSources(messages.call(h)).add_(bonds.call(batch.Bonds)));
        return update.call(batch.SumAtTargets(heard), h);
    }
}
