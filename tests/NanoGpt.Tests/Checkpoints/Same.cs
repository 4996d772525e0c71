using NanoGpt.Checkpoints;
using NanoGpt.Model;
using static TorchSharp.torch;

namespace NanoGpt.Tests.Checkpoints;

/// <summary>Two checkpoints are of the same training at the same place.</summary>
internal static class Same
{
    /// <summary>To the last bit.</summary>
    public static void Training(Checkpoint expected, Checkpoint actual)
    {
        Assert.Equal(expected.Iteration, actual.Iteration);
        Assert.True(expected.Model.AsSpan().SequenceEqual(actual.Model), "other weights");
        Assert.True(expected.Optimizer.AsSpan().SequenceEqual(actual.Optimizer), "another state of the optimiser");
        Assert.True(expected.Random.AsSpan().SequenceEqual(actual.Random), "another position");
        Assert.Equal(expected.History.Points, actual.History.Points);
    }

    /// <summary>To rounding: losses, and weights by their norm.</summary>
    public static void TrainingBut(double tolerance, GptModel model, Checkpoint expected, Checkpoint actual)
    {
        Assert.Equal(expected.Iteration, actual.Iteration);
        Assert.True(expected.Random.AsSpan().SequenceEqual(actual.Random), "another position");
        Assert.All(expected.History.Points.Zip(actual.History.Points), points =>
        {
            Assert.Equal(points.First.Iteration, points.Second.Iteration);
            Assert.Equal(points.First.Train, points.Second.Train, tolerance);
            Assert.Equal(points.First.Validation, points.Second.Validation, tolerance);
        });
        using var scope = NewDisposeScope();
        var (wanted, found) = (Weights(model, expected), Weights(model, actual));
        Assert.InRange((wanted - found).norm().item<float>() / wanted.norm().item<float>(), 0, tolerance);
    }

    private static Tensor Weights(GptModel model, Checkpoint checkpoint)
    {
        StateBytes.Read(checkpoint.Model, reader => model.load(reader));
        return cat([.. model.parameters().Select(weight => weight.detach().reshape(-1))]);
    }
}
