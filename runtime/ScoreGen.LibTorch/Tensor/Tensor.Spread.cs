using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static string Name(RoundingMode mode) => mode == RoundingMode.trunc ? "trunc" : "floor";

        // The element type that callers ask for is not looked at: TorchSharp drops it.
        private Tensor Spread(Operator op, long[] dims, bool unbiased, bool keepdim) => op.Call(this, dims, unbiased, keepdim);

        private (Tensor, Tensor) SpreadAndMean(Operator op, long[] dims, bool unbiased, bool keepdim) => op.CallPair(this, dims, unbiased, keepdim);
    }

    /// <summary>How a quotient becomes whole: not at all, towards zero, or downwards.</summary>
    public enum RoundingMode
    {
        None,
        trunc,
        floor,
    }
}
