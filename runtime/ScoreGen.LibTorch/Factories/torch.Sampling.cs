using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The whole numbers below <paramref name="n"/> in random order, never with a gradient.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Ops.randperm_generator.Call(n, generator, dtype ?? ScalarType.Int64, Arg.None, InitializeDevice(device));

    /// <summary>Normal numbers of one mean and deviation.</summary>
    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Grad(empty(size, dtype, device, names: names).normal_(mean, std, generator), requires_grad);

    /// <summary>Normal numbers, each of its own mean and deviation.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null)
    {
        using var scope = NewDisposeScope();
        return (randn(mean.shape, device: std.device, generator: generator) * std + mean).MoveToOuterDisposeScope();
    }

    /// <summary>One number of [0, 1).</summary>
    public static double rand_float(Generator? generator = null)
    {
        using var sample = rand([1], ScalarType.Float64, CPU, generator: generator);
        return sample.item<double>();
    }

    /// <summary>One standard normal number.</summary>
    public static double randn_float(Generator? generator = null)
    {
        using var sample = randn([1], ScalarType.Float64, CPU, generator: generator);
        return sample.item<double>();
    }

    private static Tensor Sample(
        Operator plain, Operator seeded, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator, string[]? names)
    {
        if (generator is null)
            return Create(plain, size, dtype, device, requires_grad, names);
        Unnamed(names);
        return Grad(seeded.Call(size, generator, dtype ?? defaultType, Arg.None, InitializeDevice(device)), requires_grad);
    }

    private static Tensor Randint(
        long low, long high, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator, string[]? names)
    {
        Unnamed(names);
        return Grad(Ops.randint_low_generator.Call(low, high, size, generator, dtype ?? ScalarType.Int64, Arg.None, InitializeDevice(device)), requires_grad);
    }

    private static long[] Long(int[] size) => Array.ConvertAll(size, length => (long)length);
}
