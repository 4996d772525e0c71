using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Tensors;

/// <summary>Lengths of dimensions as a value.</summary>
public class SizeTests
{
    [Fact]
    public void A_size_is_made_of_numbers_tuples_arrays_and_enumerations()
    {
        Check([3], new Size(3), new Size(3L), 3L, new Size(new[] { 3 }), new Size(new[] { 3L }));
        Check([2, 3], new Size((2, 3)), new Size((2L, 3L)), (2L, 3L), new[] { 2L, 3 }, new Size(new List<long> { 2, 3 }));
        Check([2, 3, 4], new Size((2, 3, 4)), new Size((2L, 3L, 4L)), (2L, 3L, 4L));
        Check([2, 3, 4, 5], new Size((2, 3, 4, 5)), new Size((2L, 3L, 4L, 5L)), (2L, 3L, 4L, 5L));
        Check([], Size.Empty, new Size(Array.Empty<long>()));
    }

    private static void Check(long[] lengths, params Size[] sizes)
    {
        foreach (var size in sizes)
        {
            Assert.Equal(lengths, size.Shape);
            Assert.Equal(lengths.Length, size.Length);
            Assert.Equal(lengths.Length == 0, size.IsEmpty);
            Assert.Equal(lengths.Length == 0, size.IsScalar);
            Assert.Equal(lengths.Aggregate(1L, (product, length) => product * length), size.numel());
        }
    }

    [Fact]
    public void An_array_is_copied()
    {
        var lengths = new[] { 2L, 3 };
        var size = new Size(lengths);
        lengths[0] = 9;
        Assert.Equal(2, size[0]);
    }

    [Fact]
    public void Lengths_are_read_one_by_one()
    {
        var size = new Size((2, 3, 4));
        Assert.Equal(3, size[1]);
        Assert.Equal(4, size[2L]);
        Assert.Throws<IndexOutOfRangeException>(() => size[3]);
        Assert.Throws<IndexOutOfRangeException>(() => size[-1]);
        Assert.Equal([2, 3], size.Take(2));
        var seen = new List<long>();
        foreach (var length in size)
            seen.Add(length);
        Assert.Equal([2, 3, 4], seen);
    }

    [Theory]
    [InlineData(0, 4, new long[] { 2, 3, 4, 5 })]
    [InlineData(1, 3, new long[] { 3, 4 })]
    [InlineData(0, 2, new long[] { 2, 3 })]
    [InlineData(2, 4, new long[] { 4, 5 })]
    [InlineData(-3, -1, new long[] { 3, 4 })]
    [InlineData(3, 1, new long[0])]
    public void A_part_counts_from_either_end(int first, int next, long[] expected) =>
        Assert.Equal(expected, new Size((2, 3, 4, 5)).Slice(first, next).Shape);

    [Fact]
    public void Sizes_are_joined()
    {
        Assert.Equal([2, 3, 4], (new Size((2, 3)) + new Size(4)).Shape);
        Assert.Equal([2, 3, 5], (new Size((2, 3)) + new List<long> { 5 }).Shape);
    }

    [Fact]
    public void A_size_equals_its_copies_only()
    {
        var size = new Size((2, 3));
        var copy = size;
        var likewise = new Size((2, 3));
        Assert.True(size == copy && size.Equals(copy) && size.GetHashCode() == copy.GetHashCode());
        Assert.True(size != likewise && !size.Equals(likewise));
        Assert.False(size.Equals("2 3"));
    }

    [Fact]
    public void Tensors_take_sizes()
    {
        using var scope = NewDisposeScope();
        var x = zeros(6, 1);
        Assert.Equal([6, 5], x.expand(new Size((6, 5))).shape);
        Assert.Equal([2, 3, 1], x.unflatten(0, (2L, 3L)).shape);
        Assert.Equal([2, 3, 1], unflatten(x, 0, new Size((2, 3))).shape);
    }
}
