using static TorchSharp.torch;

namespace Zoo.Tasks;

/// <summary>At each place of a string of bits, whether the bits up to it have an odd sum. A place sees itself and the one before it, so that a result wanders one place a step.</summary>
/// <param name="Bits">The bits as -1 and 1, and a mark at the first place, (batch, places, 2).</param>
/// <param name="Edges">0 where a place sees another, -∞ elsewhere, (places, places).</param>
/// <param name="IsOdd">What is asked, 0 or 1, (batch, places).</param>
public sealed record PrefixParity(Tensor Bits, Tensor Edges, Tensor IsOdd)
{
    /// <summary>Draws strings.</summary>
    public static PrefixParity Draw(long batch, long places, Device device)
    {
        var bits = randint(2, [batch, places], dtype: float32, device: device);
        var place = arange(places, device: device);
        var distance = place.unsqueeze(1) - place;
        var edges = zeros(places, places, device: device).masked_fill((distance < 0) | (distance > 1), double.NegativeInfinity);
        return new(stack([(2 * bits) - 1, (place == 0).to(float32).expand(batch, places)], -1), edges, bits.cumsum(-1).remainder(2));
    }
}
