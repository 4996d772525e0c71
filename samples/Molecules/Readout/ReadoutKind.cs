using Molecules.Graphs;
using Samples;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Molecules.Readout;

/// <summary>A way from the atoms to the molecule.</summary>
/// <param name="Name">What the command line and the tables call it.</param>
/// <param name="Make">Builds it for a width.</param>
public sealed record ReadoutKind(string Name, Func<long, Module<Tensor, MoleculeBatch, Tensor>> Make) : INamed<ReadoutKind>
{
    public static ReadoutKind Sum { get; } = new("sum", _ => new SumReadout());

    public static ReadoutKind Attentive { get; } = new("attentive", width => new AttentiveReadout(width));

    public static IReadOnlyList<ReadoutKind> All { get; } = [Sum, Attentive];
}
