namespace TorchSharp;

// Copies, constants and random numbers. Each is the method of the same name.
public static partial class torch
{
    public static Tensor clone(Tensor input) => input.clone();

    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        input.multinomial(num_samples, replacement, generator);

    public static Tensor poisson(Tensor input, Generator? generator = null) => input.poisson(generator);
}
