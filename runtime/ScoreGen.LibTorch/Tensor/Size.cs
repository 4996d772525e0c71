namespace TorchSharp;

public static partial class torch
{
    /// <summary>The lengths of a tensor's dimensions.</summary>
    public struct Size
    {
        /// <summary>The size of a tensor without dimensions.</summary>
        public static Size Empty = new(Array.Empty<long>());

        private readonly long[] lengths;

        public Size(long[] shape) => lengths = [.. shape];

        public Size(IEnumerable<long> shape) => lengths = [.. shape];

        public Size(int[] shape) => lengths = [.. shape];

        public Size(long size) => lengths = [size];

        public Size((long, long) size) => lengths = [size.Item1, size.Item2];

        public Size((long, long, long) size) => lengths = [size.Item1, size.Item2, size.Item3];

        public Size((long, long, long, long) size) => lengths = [size.Item1, size.Item2, size.Item3, size.Item4];

        public Size(int size) => lengths = [size];

        public Size((int, int) size) => lengths = [size.Item1, size.Item2];

        public Size((int, int, int) size) => lengths = [size.Item1, size.Item2, size.Item3];

        public Size((int, int, int, int) size) => lengths = [size.Item1, size.Item2, size.Item3, size.Item4];

        public readonly bool IsEmpty => Lengths.Length == 0;

        public readonly bool IsScalar => Lengths.Length == 0;

        public readonly int Length => Lengths.Length;

        public readonly long[] Shape => [.. Lengths];

        private readonly long[] Lengths => lengths ?? [];

        public readonly long this[int idx] => Lengths[idx];

        public readonly long this[long idx] => Lengths[idx];

        public static implicit operator Size(long size) => new(size);

        public static implicit operator Size((long, long) size) => new(size);

        public static implicit operator Size((long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long) size) => new(size);

        public static implicit operator Size(long[] size) => new(size);

        public static Size operator +(Size left, Size right) => new(left.Lengths.Concat(right.Lengths));

        public static Size operator +(Size left, IEnumerable<long> right) => new(left.Lengths.Concat(right));

        /// <summary>Whether one is a copy of the other: as in TorchSharp, equal lengths alone do not make sizes equal.</summary>
        public static bool operator ==(Size left, Size right) => ReferenceEquals(left.lengths, right.lengths);

        public static bool operator !=(Size left, Size right) => !(left == right);

        public override readonly bool Equals(object? obj) => obj is Size other && this == other;

        public override readonly int GetHashCode() => Lengths.GetHashCode();

        /// <summary>The lengths from <paramref name="first"/> up to but without <paramref name="next"/>; negative numbers count from the end.</summary>
        public readonly Size Slice(int first, int next)
        {
            var start = first < 0 ? first + Length : first;
            var end = next < 0 ? next + Length : next;
            return end <= start ? Empty : new(Lengths[start..end]);
        }

        /// <summary>How many elements a tensor of this size has.</summary>
        public readonly long numel() => Lengths.Aggregate(1L, (product, length) => product * length);

        public readonly IEnumerable<long> Take(int i) => Lengths.Take(i);

        public readonly IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Lengths).GetEnumerator();
    }
}
