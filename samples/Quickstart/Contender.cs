using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Quickstart;

/// <summary>One of the two ways to be deep that the quickstart compares.</summary>
/// <param name="Name">What the results call it.</param>
/// <param name="Depth">Makes its hidden stack for a given width.</param>
public sealed record Contender(string Name, Func<long, Module<Tensor, Tensor>> Depth)
{
    /// <summary>Both, in the order in which they are trained.</summary>
    public static IReadOnlyList<Contender> All { get; } =
    [
        new("4 layers, stacked", width => new StackedDepth(width)),
        new("1 layer × 4 steps", width => new SharedDepth(width)),
    ];
}
