using static TorchSharp.torch;

namespace Benchmarks.Equilibria;

/// <summary>Numbers between -1 and 1 that C# and Python draw alike: Lehmer's generator, x = 48271·x modulo 2^31 - 1.</summary>
internal static class SharedNumbers
{
    private const long Modulus = int.MaxValue;

    public static Tensor Of(int seed, params long[] shape)
    {
        var count = shape.Aggregate(1L, (product, size) => product * size);
        var numbers = new double[count];
        var x = 1_000_003L * seed;
        for (var i = 0; i < count; i++)
        {
            x = x * 48271 % Modulus;
            numbers[i] = (2.0 * x / Modulus) - 1;
        }

        return tensor(numbers, shape).to(ScalarType.Float32);
    }
}
