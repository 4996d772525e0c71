using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Emitted.Tests;

/// <summary>What has settled keeps its state, whatever part of the leading dimensions the booleans are for.</summary>
public sealed class SettledPositionsTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Theory]
    [InlineData(new long[] { 2 }, new[] { 0f, 0, 0, 0, 1, 1, 1, 1 })]
    [InlineData(new long[] { 2, 1 }, new[] { 0f, 0, 0, 0, 1, 1, 1, 1 })]
    [InlineData(new long[] { 2, 2 }, new[] { 0f, 0, 1, 1, 1, 1, 0, 0 })]
    [InlineData(new long[] { 2, 2, 2 }, new[] { 0f, 1, 1, 1, 1, 0, 1, 1 })]
    public void SettledPartsKeepTheStateBefore(long[] shape, float[] expected)
    {
        var positions = new SettledPositions("Net.Settled");
        Assert.False(Add(positions, First(shape), zeros(2, 2, 2)));
        Assert.Equal(expected, positions.Keep(zeros(2, 2, 2), ones(2, 2, 2)).data<float>());
    }

    [Fact]
    public void AllHaveSettledOnceEachHas()
    {
        var positions = new SettledPositions("Net.Settled");
        Assert.False(Add(positions, tensor(new[] { true, false }), zeros(2, 3)));
        Assert.False(Add(positions, tensor(new[] { true, false }), zeros(2, 3)));
        Assert.True(Add(positions, tensor(new[] { false, true }), zeros(2, 3)));
    }

    [Fact]
    public void EveryPartOfTheStateIsHeldTo()
    {
        var positions = new SettledPositions("Net.Settled");
        Assert.Throws<InvalidOperationException>(() => positions.Add(ones(2, dtype: ScalarType.Bool), zeros(2, 3), zeros(5, 3)));
        Assert.Throws<InvalidOperationException>(() => positions.Add(null, zeros(2, 3)));
        Assert.Throws<InvalidOperationException>(() => positions.Add(ones(2), zeros(2, 3)));
        Assert.Throws<InvalidOperationException>(() => positions.Add(ones([2, 3, 1], ScalarType.Bool), zeros(2, 3)));
    }

    private static bool Add(SettledPositions positions, Tensor now, Tensor state)
    {
        using var step = NewDisposeScope();
        return positions.Add(now, state);
    }

    /// <summary>True at the first sample, and of the second where both its further indices are 1; of three dimensions also only where they are equal.</summary>
    private static Tensor First(long[] shape) => shape.Length switch
    {
        1 => tensor(new[] { true, false }),
        2 when shape[1] == 1 => tensor(new[] { true, false }).view(2, 1),
        2 => tensor(new[] { true, false, false, true }).view(2, 2),
        _ => tensor(new[] { true, false, false, false, false, true, false, false }).view(2, 2, 2),
    };
}
