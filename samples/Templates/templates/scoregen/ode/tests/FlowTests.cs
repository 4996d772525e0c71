using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MyModel.Tests;

public class FlowTests
{
    [Fact]
    public void ThePassIsThePlainLoop()
    {
        using var scope = NewDisposeScope();
        var flow = new Flow(state: 2, width: 8);
        var h = randn(3, 2);

        var expected = h;
        for (var step = 0; step < 4; step++)
        {
            var t = 0.25 * step;
            var k1 = flow.Speed(expected, t);
            var k2 = flow.Speed(expected + 0.125 * k1, t + 0.125);
            var k3 = flow.Speed(expected + 0.125 * k2, t + 0.125);
            var k4 = flow.Speed(expected + 0.25 * k3, t + 0.25);
            expected = expected + 0.25 / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }

        Assert.True(allclose(flow.call(h), expected, rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void TrainingLowersTheLoss()
    {
        using var scope = NewDisposeScope();
        var starts = randn(64, 2);

        var losses = Training.Fit(new Flow(state: 2, width: 16), MSELoss(), starts, Pendulum.After(starts, seconds: 1), iterations: 50);

        Assert.True(losses[^1] < 0.5 * losses[0], $"{losses[0]} fell to {losses[^1]} only");
    }
}
