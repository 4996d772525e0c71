using static TorchSharp.torch;

namespace Zoo.Tasks;

/// <summary>
/// Which nodes can be reached? Each graph has two parts that are made alike, of levels with two nodes each: a node has an edge from the level before its own, and one from any node that makes no way shorter.
/// The sources are the first level of one part: a node of level n there is reached in n hops and not in fewer, and the same node of the other part never.
/// </summary>
/// <param name="Sources">1 for sources, (batch, nodes, 1).</param>
/// <param name="Edges">0 where a row's node has an edge from a column's node, or is it; -∞ elsewhere; (batch, 1, nodes, nodes).</param>
/// <param name="IsReached">1 where a node can be reached, (nodes): the order of the nodes is not shown to a model.</param>
/// <param name="Hops">The level of each node, (nodes).</param>
public sealed record Reachability(Tensor Sources, Tensor Edges, Tensor IsReached, Tensor Hops)
{
    /// <summary>Draws graphs.</summary>
    /// <param name="batch">How many.</param>
    /// <param name="hops">The longest way.</param>
    /// <param name="device">Where the tensors live.</param>
    public static Reachability Draw(long batch, long hops, Device device)
    {
        var (levels, nodes) = (hops + 1, 4 * (hops + 1));
        var node = arange(nodes, device: device);
        var level = node.div(2, rounding_mode: RoundingMode.floor).remainder(levels);
        var (part, before) = (node - node.remainder(2 * levels), (level - 1).clamp(min: 0));
        var parent = part + (2 * before) + randint(2, [batch, nodes], device: device);
        var other = part + (2 * before) + (rand(batch, nodes, device: device) * 2 * (levels - before)).floor().to(int64);
        var seen = stack([node.expand(batch, nodes), parent, other], -1);
        var isSource = (level == 0) & (part == 0);
        return new(
            isSource.to(float32).expand(batch, nodes).unsqueeze(-1),
            full([batch, nodes, nodes], double.NegativeInfinity, dtype: float32, device: device).scatter_(-1, seen, zeros_like(seen, float32)).unsqueeze(1),
            (part == 0).to(float32),
            level);
    }
}
