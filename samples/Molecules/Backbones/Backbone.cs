using Molecules.Depth;
using Molecules.Graphs;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Molecules.Backbones;

/// <summary>Message passing: from the graph to a vector for each atom, [atoms, width].</summary>
public abstract class Backbone : Module<MoleculeBatch, Tensor>
{
    /// <summary>Not private, so that the registration of a derived class finds it.</summary>
    protected readonly GraphDepth depth;

    protected Backbone(string name, GraphDepth depth)
        : base(name)
        => this.depth = depth;

    /// <summary>A first state, the messages over depth, and what they come to at the atoms.</summary>
    public sealed override Tensor forward(MoleculeBatch batch)
    {
        using var pass = NewDisposeScope();
        var input = Embed(batch);
        return AtAtoms(depth.call(First(input), input, batch), batch).MoveToOuterDisposeScope();
    }

    /// <summary>What goes in: for each atom or each edge.</summary>
    protected abstract Tensor Embed(MoleculeBatch batch);

    /// <summary>The state before the first step.</summary>
    protected virtual Tensor First(Tensor input) => input;

    /// <summary>The last state, told at the atoms.</summary>
    protected abstract Tensor AtAtoms(Tensor state, MoleculeBatch batch);
}
