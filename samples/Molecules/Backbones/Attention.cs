using static TorchSharp.torch;

namespace Molecules.Backbones;

/// <summary>Softmax over the members of each group, of which an index tells the owner.</summary>
public static class Attention
{
    /// <summary>How far an exponential unit goes below zero.</summary>
    public const double EluScale = 1.0;

    /// <summary>Shares that add up to 1 in each group.</summary>
    /// <param name="scores">[members, heads].</param>
    /// <param name="owners">The group of each member: [members].</param>
    /// <param name="groups">How many groups there are.</param>
    /// <returns>[members, heads].</returns>
    public static Tensor Softmax(Tensor scores, Tensor owners, long groups)
    {
        if (scores.shape[0] == 0)
        {
            return scores;
        }

        // Any shift that a group has in common cancels; the maximum of all keeps exp in range.
        var weights = scores.sub(scores.detach().max()).exp();
        var sums = weights.new_zeros([groups, scores.shape[1]]).index_add_(0, owners, weights, 1);
        return weights.div(sums.index_select(0, owners).add(float.Epsilon));
    }
}
