using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Layers over planes of channels, against the same statistics worked out by hand.</summary>
public sealed class PlaneTests
{
    [Fact]
    public void InstanceNormStandardisesEachChannelOfEachSample()
    {
        using var scope = NewDisposeScope();
        var x = (randn(3, 4, 5, 6) * 2) + 1;
        var mean = x.mean([2, 3], keepdim: true);
        var variance = (x - mean).square().mean([2, 3], keepdim: true);
        var expected = (x - mean) / (variance + 1e-5).sqrt();

        Assert.True(torch.nn.InstanceNorm2d(4).call(x).allclose(expected, rtol: 1e-4, atol: 1e-5));
        Assert.True(torch.nn.InstanceNorm2d(4).call(x[0]).allclose(expected[0], rtol: 1e-4, atol: 1e-5));
        Assert.True(torch.nn.InstanceNorm1d(4).call(x.flatten(2)).allclose(expected.flatten(2), rtol: 1e-4, atol: 1e-5));
    }

    [Fact]
    public void BatchNorm2dStandardisesEachChannelOverTheBatch()
    {
        using var scope = NewDisposeScope();
        var x = (randn(3, 4, 5, 6) * 2) + 1;
        var mean = x.mean([0, 2, 3], keepdim: true);
        var variance = (x - mean).square().mean([0, 2, 3], keepdim: true);

        Assert.True(torch.nn.BatchNorm2d(4).call(x).allclose((x - mean) / (variance + 1e-5).sqrt(), rtol: 1e-4, atol: 1e-5));
        Assert.Throws<ArgumentException>(() => torch.nn.BatchNorm2d(4).call(randn(3, 4)));
    }

    [Fact]
    public void Dropout2dZeroesWholeChannels()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var y = torch.nn.Dropout2d(0.5).call(ones(20, 10, 3, 3));
        var channels = y.mean([2, 3]);

        Assert.True((channels.eq(0) | channels.eq(2)).all().ToBoolean());
        Assert.InRange(channels.mean().ToDouble(), 0.7, 1.3);
    }

    [Fact]
    public void AdaptivePoolingTakesTheMeanOfEachRegion()
    {
        using var scope = NewDisposeScope();
        var x = randn(2, 3, 4, 6);

        Assert.True(torch.nn.functional.adaptive_avg_pool2d(x, 1).allclose(x.mean([2, 3], keepdim: true), rtol: 1e-5, atol: 1e-6));
        Assert.Equal([2L, 3L, 2L, 3L], torch.nn.functional.adaptive_avg_pool2d(x, (2, 3)).shape);
    }
}
