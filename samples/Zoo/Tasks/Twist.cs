using static TorchSharp.torch;

namespace Zoo.Tasks;

/// <summary>Points of the unit disc, turned about its centre: the further out, the further round. It is what a flow makes of them.</summary>
public static class Twist
{
    private const double AngleAtRim = Math.PI;

    /// <summary>Draws points, and where they go.</summary>
    /// <param name="seed">What they are drawn from.</param>
    /// <param name="count">How many.</param>
    /// <param name="device">Where the tensors live.</param>
    /// <returns>Points and places, both [count, 2].</returns>
    public static (Tensor Points, Tensor Places) Draw(int seed, long count, Device device)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator((ulong)seed);
        var (radius, angle) = (rand([count], generator: generator).sqrt(), 2 * Math.PI * rand([count], generator: generator));
        return (At(radius, angle).to(device).MoveToOuterDisposeScope(), At(radius, angle + AngleAtRim * radius).to(device).MoveToOuterDisposeScope());
    }

    private static Tensor At(Tensor radius, Tensor angle) => stack([radius * angle.cos(), radius * angle.sin()], dim: 1);
}
