using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static string Name(RoundingMode mode) => mode == RoundingMode.trunc ? "trunc" : "floor";

        private Tensor Spread(Operator op, long[] dims, bool unbiased, bool keepdim, ScalarType? type)
        {
            using var converted = Converted(type);
            return op.Call(converted ?? this, dims, unbiased, keepdim);
        }

        private (Tensor, Tensor) SpreadAndMean(Operator op, long[] dims, bool unbiased, bool keepdim, ScalarType? type)
        {
            using var converted = Converted(type);
            return op.CallPair(converted ?? this, dims, unbiased, keepdim);
        }

        private Tensor? Converted(ScalarType? type) => type is { } wanted && wanted != dtype ? to_type(wanted) : null;
    }

    /// <summary>How a quotient becomes whole: not at all, towards zero, or downwards.</summary>
    public enum RoundingMode
    {
        None,
        trunc,
        floor,
    }
}
