using Molecules.Depth;
using Molecules.Featurization;
using Molecules.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Molecules.Backbones;

/// <summary>
/// The graph isomorphism network with edges (Hu et al., 2020): a two-layer network on the atom and the sum of its neighbours.
/// <c>F(h) = MLP((1 + ε)·h + Σ relu(h_neighbour + E·bond))</c>.
/// </summary>
public sealed class GinStep : GraphStep
{
    private readonly Linear bonds, first, second;
    private readonly Parameter epsilon;

    public GinStep(long width)
        : base(nameof(GinStep))
    {
        bonds = Linear(BondFeatures.Width, width);
        first = Linear(width, width);
        second = Linear(width, width);
        epsilon = Parameter(zeros(1));
        RegisterComponents();
    }

    public override Tensor forward(Tensor h, Tensor input, MoleculeBatch batch)
    {
        var heard = functional.relu(batch.AtSources(h).add_(bonds.call(batch.Bonds)));
        var sum = batch.SumAtTargets(heard).add_(h).add_(h.mul(epsilon));
        return functional.relu(second.call(functional.relu(first.call(sum))));
    }
}
