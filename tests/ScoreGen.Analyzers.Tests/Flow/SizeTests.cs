using ScoreGen.Analyzers.Flow;
using static TorchSharp.torch;
using Size = ScoreGen.Analyzers.Flow.Size;

namespace ScoreGen.Analyzers.Tests.Flow;

/// <summary>What convolutions, pools and paddings leave of a dimension is what torch leaves of it.</summary>
public class SizeTests
{
    public static TheoryData<long, long, long, long> Settings
    {
        get
        {
            var all = new TheoryData<long, long, long, long>();
            foreach (var (kernel, stride, padding, dilation) in
                from kernel in new long[] { 1, 2, 3, 4, 5 }
                from stride in new long[] { 1, 2, 3 }
                from padding in new long[] { 0, 1, 2 }
                from dilation in new long[] { 1, 2 }
                select (kernel, stride, padding, dilation))
            {
                all.Add(kernel, stride, padding, dilation);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void OfAConvolution(long kernel, long stride, long padding, long dilation)
    {
        using var layer = nn.Conv1d(1, 1, kernel, stride, padding, dilation);
        AssertHolds(Size.OfState.Slide(new Window(kernel, stride, padding, dilation, RoundsUp: false)), layer.call);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void OfATransposedConvolution(long kernel, long stride, long padding, long dilation)
    {
        var output = Math.Max(stride, dilation) - 1;
        using var layer = nn.ConvTranspose1d(1, 1, kernel, stride, padding, output, dilation);
        AssertHolds(Size.OfState.Spread(new Window(kernel, stride, padding, dilation, RoundsUp: false), output), layer.call);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void OfAPool(long kernel, long stride, long padding, long dilation)
    {
        var within = Math.Min(padding, kernel / 2);
        using var down = nn.MaxPool1d(kernel, stride, within, dilation);
        using var up = nn.MaxPool1d(kernel, stride, within, dilation, ceil_mode: true);
        AssertHolds(Size.OfState.Slide(new Window(kernel, stride, within, dilation, RoundsUp: false)), down.call);
        AssertHolds(Size.OfState.Slide(new Window(kernel, stride, within, dilation, RoundsUp: true)), up.call);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void OfOneAfterTheOther(long kernel, long stride, long padding, long dilation)
    {
        using var layer = nn.Conv1d(1, 1, kernel, stride, padding, dilation);
        using var pool = nn.MaxPool1d(2);
        using var back = nn.ConvTranspose1d(1, 1, kernel, stride, Math.Min(padding, dilation * (kernel - 1) / 2), 0, dilation);
        var size = Size.OfState
            .Slide(new Window(kernel, stride, padding, dilation, RoundsUp: false))
            .Slide(new Window(2, 2, 0, 1, RoundsUp: false))
            .Stretch(2)
            .Spread(new Window(kernel, stride, Math.Min(padding, dilation * (kernel - 1) / 2), dilation, RoundsUp: false), 0)
            .Pad(1);
        AssertHolds(size, x => nn.functional.pad(back.call(nn.functional.interpolate(pool.call(layer.call(x)), scale_factor: [2])), (1, 0)));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.5)]
    [InlineData(3)]
    public void OfAStretch(double factor) => AssertHolds(Size.OfState.Stretch(factor), x => nn.functional.interpolate(x, scale_factor: [factor]));

    private static void AssertHolds(Size size, Func<Tensor, Tensor> layer)
    {
        using var scope = NewDisposeScope();
        for (var n = 24; n < 36; n++)
        {
            var left = layer(zeros(1, 1, n)).shape[2];
            Assert.InRange(left, (n * size.Scale) + size.Least - 1e-9, (n * size.Scale) + size.Most + 1e-9);
        }
    }
}
