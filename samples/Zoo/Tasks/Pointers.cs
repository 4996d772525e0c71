using TorchSharp;
using static TorchSharp.torch;

namespace Zoo.Tasks;

/// <summary>
/// Each place of a string points at a place, and is to say where as many hops as it is told lead from there. Who looks at what one place says at a step needs a step for each hop, so that it is known how
/// hard a place is.
/// </summary>
/// <param name="Places">Where each place points, [count, places].</param>
/// <param name="Hops">How many hops it is to take, from 1, [count, places]; each number as often in each string.</param>
/// <param name="Goals">Where they lead, [count, places].</param>
public sealed record Pointers(Tensor Places, Tensor Hops, Tensor Goals)
{
    /// <param name="count">How many strings.</param>
    /// <param name="places">How many places they have: a multiple of <paramref name="most"/>.</param>
    /// <param name="most">The most hops.</param>
    /// <param name="device">Where the tensors live.</param>
    public static Pointers Draw(long count, long places, int most, Device device)
    {
        var pointers = rand(count, places, device: device).argsort(-1);
        var hops = rand(count, places, device: device).argsort(-1).remainder(most) + 1;
        var goals = pointers;
        for (var hop = 0; hop < most; hop++)
        {
            goals = where(hops > hop, pointers.gather(1, goals), goals);
        }

        return new Pointers(pointers, hops, goals);
    }

    /// <summary>The mean of what is known of each place, over the places with 1 hop, with 2, and so on.</summary>
    public IReadOnlyList<double> ByHops(Tensor values)
    {
        using var scope = NewDisposeScope();
        return [.. Enumerable.Range(1, (int)Hops.max().ToInt64()).Select(hops => values.to(ScalarType.Float64).masked_select(Hops.eq(hops)).mean().ToDouble())];
    }
}
