using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MyModel.Tests;

public class SharedTransformerTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    public void ThePassIsThePlainLoop(int rounds)
    {
        using var scope = NewDisposeScope();
        var depth = new SharedTransformer(width: 8, heads: 2);
        var h = randn(5, 3, 8);

        var expected = h;
        for (var round = 0; round < rounds; round++)
        {
            expected = 0.75 * expected + 0.25 * depth.Block(expected);
        }

        Assert.True(allclose(depth.ForwardSteps(rounds, h), expected, rtol: 1e-5, atol: 1e-6));
        Assert.Equal(rounds == 4, allclose(depth.call(h), expected, rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void TrainingLowersTheLoss()
    {
        using var scope = NewDisposeScope();
        var x = randint(0, 10, [64, 8]);

        var losses = Training.Fit(new Sorter(length: 8, width: 16, heads: 2), CrossEntropyLoss(), x, x.sort(1).Values, iterations: 50);

        Assert.True(losses[^1] < 0.5 * losses[0], $"{losses[0]} fell to {losses[^1]} only");
    }
}
