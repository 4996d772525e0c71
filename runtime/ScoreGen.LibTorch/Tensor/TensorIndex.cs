namespace TorchSharp;

public static partial class torch
{
    /// <summary>What selects along one dimension: a number, a range, a tensor, a flag, or a new or an elided dimension.</summary>
    public struct TensorIndex
    {
        /// <summary>As many whole dimensions as the other indices leave.</summary>
        public static TensorIndex Ellipsis = new(Kind.Ellipsis);

        /// <summary>A new dimension of length 1.</summary>
        public static TensorIndex None = new(Kind.NewDimension);

        /// <inheritdoc cref="None"/>
        public static TensorIndex Null = new(Kind.NewDimension);

        /// <summary>A whole dimension.</summary>
        public static TensorIndex Colon = Slice();

        private TensorIndex(Kind kind, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null)
        {
            Form = kind;
            Start = start;
            Stop = stop;
            Step = step;
            Chosen = tensor;
        }

        internal enum Kind
        {
            NewDimension,
            Single,
            Ellipsis,
            Bool,
            Tensor,
            Slice,
        }

        internal Kind Form { get; }

        internal long? Start { get; }

        internal long? Stop { get; }

        internal long? Step { get; }

        internal Tensor? Chosen { get; }

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Index index) => Single(Number(index));

        /// <summary>There only to keep the compiler from other conversions; it always throws.</summary>
        public static implicit operator Tensor(TensorIndex value) => throw new InvalidOperationException("Should not be called.");

        /// <summary>From <paramref name="start"/> up to but without <paramref name="stop"/>; negative numbers count from the end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(Kind.Slice, start, stop, step);

        /// <inheritdoc cref="Slice(long?, long?, long?)"/>
        public static TensorIndex Slice((int? start, int? end) range) => Slice((long?)range.start, (long?)range.end);

        /// <inheritdoc cref="Slice(long?, long?, long?)"/>
        public static TensorIndex Slice(Range range) =>
            Slice(Number(range.Start), range.End is { IsFromEnd: true, Value: 0 } ? null : Number(range.End));

        /// <summary>All of the dimension, or nothing of it, along a new dimension.</summary>
        public static TensorIndex Bool(bool value) => new(Kind.Bool, value ? 1 : 0);

        /// <summary>One place of a dimension, which thereby goes.</summary>
        public static TensorIndex Single(long? index) => new(Kind.Single, index);

        /// <summary>The places that a tensor of numbers names, or where a tensor of flags is true.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new(Kind.Tensor, tensor: tensor);

        private static long Number(Index index) => index.IsFromEnd ? -(long)index.Value : index.Value;
    }
}
