using Molecules.Depth;
using Molecules.Featurization;
using Molecules.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Molecules.Backbones;

/// <summary>
/// The atom step of AttentiveFP (Xiong et al., 2020): attention to the neighbours, whose context a GRU takes in.
/// </summary>
public sealed class AttentiveFpStep : GraphStep
{
    private readonly Linear fromTarget, fromSource, values;
    private readonly GRUCell update;

    public AttentiveFpStep(long width)
        : base(nameof(AttentiveFpStep))
    {
        fromTarget = Linear(width, 1);
        fromSource = Linear(width + BondFeatures.Width, 1, hasBias: false);
        values = Linear(width, width);
        update = GRUCell(width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor h, Tensor input, MoleculeBatch batch)
    {
        var neighbours = cat([batch.AtSources(h), batch.Bonds], 1);
        var scores = functional.leaky_relu(batch.AtTargets(fromTarget.call(h)) + fromSource.call(neighbours), 0.01);
        var shares = Attention.Softmax(scores, batch.Target, batch.AtomCount);
        var context = functional.elu(batch.SumAtTargets(batch.AtSources(values.call(h)).mul(shares)), Attention.EluScale);
        return functional.relu(update.call(context, h));
    }
}
