using Molecules.Backbones;
using Molecules.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Molecules;

/// <summary>From molecules to one number each: messages, readout, and a small network on the result.</summary>
public sealed class MoleculeModel : Module<MoleculeBatch, Tensor>
{
    private const long FirstWidth = 64;
    private const long SecondWidth = 32;

    private readonly Backbone backbone;
    private readonly Module<Tensor, MoleculeBatch, Tensor> readout;
    private readonly Sequential head;

    /// <param name="width">The width of the backbone.</param>
    /// <param name="descriptors">How many descriptors go into the head beside what the backbone finds.</param>
    /// <param name="backbone">The messages.</param>
    /// <param name="readout">From atoms to molecules.</param>
    public MoleculeModel(long width, long descriptors, Backbone backbone, Module<Tensor, MoleculeBatch, Tensor> readout)
        : base(nameof(MoleculeModel))
    {
        this.backbone = backbone;
        this.readout = readout;
        head = Sequential(
            Linear(width + descriptors, FirstWidth),
            LeakyReLU(),
            Linear(FirstWidth, SecondWidth),
            LeakyReLU(),
            Linear(SecondWidth, 1));
        RegisterComponents();
    }

    /// <summary>Predicts the standardised target: [molecules, 1].</summary>
    public override Tensor forward(MoleculeBatch batch)
    {
        using var pass = NewDisposeScope();
        var molecules = readout.call(backbone.call(batch), batch);
        return head.call(cat([molecules, batch.Descriptors], 1)).MoveToOuterDisposeScope();
    }
}
