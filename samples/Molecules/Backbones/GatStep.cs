using Molecules.Depth;
using Molecules.Featurization;
using Molecules.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Molecules.Backbones;

/// <summary>
/// Graph attention (Veličković et al., 2018) with bonds: four heads, each a weighted mean over the neighbours and the atom itself.
/// </summary>
public sealed class GatStep : GraphStep
{
    private const int Heads = 4;
    private const double Slope = 0.2;

    private readonly Linear values, bonds, fromSource, fromTarget, fromBond, self;

    /// <param name="width">The width of the state; a multiple of four.</param>
    public GatStep(long width)
        : base(nameof(GatStep))
    {
        values = Linear(width, width);
        bonds = Linear(BondFeatures.Width, width);
        fromSource = Linear(width, Heads, hasBias: false);
        fromTarget = Linear(width, Heads, hasBias: false);
        fromBond = Linear(BondFeatures.Width, Heads);
        self = Linear(width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor h, Tensor input, MoleculeBatch batch)
    {
        var value = values.call(h);
        var scores = batch.AtSources(fromSource.call(value)) + batch.AtTargets(fromTarget.call(value)) + fromBond.call(batch.Bonds);
        var shares = Attention.Softmax(functional.leaky_relu(scores, Slope), batch.Target, batch.AtomCount);
        var messages = batch.AtSources(value).add_(bonds.call(batch.Bonds)).view(batch.EdgeCount, Heads, value.shape[1] / Heads);
        var heard = batch.SumAtTargets(messages.mul(shares.unsqueeze(2)).view(batch.EdgeCount, value.shape[1]));
        return functional.elu(self.call(h).add_(heard), Attention.EluScale);
    }
}
