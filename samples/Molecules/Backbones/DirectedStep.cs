using Molecules.Depth;
using Molecules.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Molecules.Backbones;

/// <summary>
/// D-MPNN's step: an edge hears the edges that lead to its atom, except its own reverse. <c>F(h) = relu(input + W·Σ h)</c>.
/// </summary>
public sealed class DirectedStep : GraphStep
{
    private readonly Linear messages;

    public DirectedStep(long width)
        : base(nameof(DirectedStep))
    {
        messages = Linear(width, width, hasBias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor h, Tensor input, MoleculeBatch batch)
    {
        var heard = batch.AtSources(batch.SumAtTargets(h)).sub_(h.index_select(0, batch.Reverse));
        return functional.relu(messages.call(heard).add_(input));
    }
}
