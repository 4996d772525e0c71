using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What TorchSharp looks at before libtorch does, and refuses with an exception of its own.</summary>
internal static class Requirements
{
    internal static Tensor OfType(this Tensor tensor, ScalarType type, string name) => tensor.dtype == type
        ? tensor
        : throw new ArgumentException($"'{name}' must have elements of type {type}, but has {tensor.dtype}: convert it with .to(ScalarType.{type}).", name);

    internal static Tensor OfIntegers(this Tensor tensor, string name) => is_integral(tensor.dtype)
        ? tensor
        : throw new ArgumentException($"'{name}' must have elements of an integral type, but has {tensor.dtype}: convert it with .to(ScalarType.Int64).", name);

    internal static ScalarType Integral(this ScalarType type, string name) => is_integral(type)
        ? type
        : throw new ArgumentException($"'{name}' must be an integral type, but is {type}.", name);

    internal static Tensor OfDimensions(this Tensor tensor, int count, string name) => tensor.dim() == count
        ? tensor
        : throw new ArgumentException($"Expected a tensor of {count} dimensions, but '{name}' has {tensor.dim()}.", name);

    /// <exception cref="InvalidOperationException">One of the two is no vector, or they differ in length.</exception>
    internal static Tensor AsLongAs(this Tensor vector, Tensor other, string operation) =>
        vector.dim() == 1 && other.dim() == 1 && vector.numel() == other.numel()
            ? vector
            : throw new InvalidOperationException(
                $"{operation} arguments must have the same shape, of one dimension: they have [{string.Join(", ", vector.shape)}] and "
                + $"[{string.Join(", ", other.shape)}].");
}
