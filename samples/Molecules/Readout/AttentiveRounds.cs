using Molecules.Backbones;
using Molecules.Graphs;
using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Molecules.Readout;

/// <summary>Rounds of attention of a molecule to its atoms, over shared weights; a GRU takes in what was found.</summary>
[ScoreDepth(Steps = 2, Dt = 1)]
public sealed partial class AttentiveRounds : Module<Tensor, Tensor, MoleculeBatch, Tensor>
{
    /// <summary>Of the leaky rectifiers for negative input.</summary>
    internal const double Slope = 0.01;

    private readonly Linear fromMolecule, fromAtom, values;
    private readonly GRUCell update;

    public AttentiveRounds(long width)
        : base(nameof(AttentiveRounds))
    {
        fromMolecule = Linear(width, 1);
        fromAtom = Linear(width, 1, hasBias: false);
        values = Linear(width, width);
        update = GRUCell(width, width);
        RegisterComponents();
    }

    [ScoreBlock]
    private Tensor Attend(Tensor molecules, Tensor atoms, MoleculeBatch batch)
    {
        var scores = functional.leaky_relu(batch.AtMolecules(fromMolecule.call(molecules)) + fromAtom.call(atoms), Slope);
        var shares = Attention.Softmax(scores, batch.Molecule, batch.Count);
        var context = functional.elu(batch.SumAtMolecules(values.call(atoms).mul(shares)), Attention.EluScale);
        return functional.leaky_relu(update.call(context, molecules), Slope);
    }
}
