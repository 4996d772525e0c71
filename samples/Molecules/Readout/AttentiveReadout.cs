using Molecules.Graphs;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Molecules.Readout;

/// <summary>The readout of AttentiveFP ("MolAttFP"): the molecule attends to its atoms, twice.</summary>
public sealed class AttentiveReadout : Module<Tensor, MoleculeBatch, Tensor>
{
    private readonly AttentiveRounds rounds;

    public AttentiveReadout(long width)
        : base(nameof(AttentiveReadout))
    {
        rounds = new AttentiveRounds(width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor atoms, MoleculeBatch batch)
    {
        using var pass = NewDisposeScope();
        var molecules = functional.leaky_relu(batch.SumAtMolecules(atoms), AttentiveRounds.Slope);
        return rounds.call(molecules, atoms, batch).MoveToOuterDisposeScope();
    }
}
