using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MyModel.Tests;

public class SharedDepthTests
{
    [Fact]
    public void ThePassIsThePlainLoop()
    {
        using var scope = NewDisposeScope();
        var depth = new SharedDepth(8);
        var h = randn(3, 8);

        var expected = h;
        for (var step = 0; step < 4; step++)
        {
            expected = 0.75 * expected + 0.25 * depth.Block(expected);
        }

        Assert.True(allclose(depth.call(h), expected, rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void TrainingLowersTheLoss()
    {
        using var scope = NewDisposeScope();
        var x = randn(64, 2);

        var losses = Training.Fit(new Regressor(inputs: 2, width: 16), MSELoss(), x, x.sum(1, keepdim: true), iterations: 50);

        Assert.True(losses[^1] < 0.5 * losses[0], $"{losses[0]} fell to {losses[^1]} only");
    }
}
