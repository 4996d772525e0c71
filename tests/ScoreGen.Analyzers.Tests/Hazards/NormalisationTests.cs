using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

/// <summary>What the page of SCORE305 recommends in place of running statistics: it works, and does in evaluation what it does in training.</summary>
[Collection(TorchCollection.Name)]
public class NormalisationTests
{
    private const string Set = " private static GroupNorm Set(GroupNorm n) { init.ones_(n.weight); init.zeros_(n.bias!); return n; }";

    [Theory]
    [InlineData("LayerNorm norm = LayerNorm(8);", new long[] { 6, 8 })]
    [InlineData("BatchNorm1d norm = BatchNorm1d(8, track_running_stats: false);", new long[] { 6, 8 })]
    [InlineData("GroupNorm norm = Set(GroupNorm(4, 8));" + Set, new long[] { 3, 8, 5, 5 })]
    [InlineData("InstanceNorm2d norm = InstanceNorm2d(8);", new long[] { 3, 8, 5, 5 })]
    [InlineData("BatchNorm2d norm = BatchNorm2d(8, track_running_stats: false);", new long[] { 3, 8, 5, 5 })]
    [InlineData("GroupNorm norm = Set(GroupNorm(4, 8));" + Set, new long[] { 3, 8, 4, 4, 4 })]
    [InlineData("InstanceNorm3d norm = InstanceNorm3d(8);", new long[] { 3, 8, 4, 4, 4 })]
    [InlineData("BatchNorm3d norm = BatchNorm3d(8, track_running_stats: false);", new long[] { 3, 8, 4, 4, 4 })]
    [InlineData("InstanceNorm2d norm = InstanceNorm2d(8, affine: true);", new long[] { 3, 8, 5, 5 })]
    public async Task TheSameInTrainingAndInEvaluation(string norm, long[] shape)
    {
        var (training, evaluation) = await Both(norm, shape);

        Assert.All(training, value => Assert.True(float.IsFinite(value)));
        Assert.True(training.Distinct().Count() > shape[0]);
        Assert.Equal(training, evaluation);
    }

    [Theory]
    [InlineData("BatchNorm1d norm = BatchNorm1d(8);", new long[] { 6, 8 })]
    [InlineData("BatchNorm2d norm = BatchNorm2d(8);", new long[] { 3, 8, 5, 5 })]
    [InlineData("InstanceNorm2d norm = InstanceNorm2d(8, track_running_stats: true);", new long[] { 3, 8, 5, 5 })]
    public async Task RunningStatisticsAreNot(string norm, long[] shape)
    {
        var (training, evaluation) = await Both(norm, shape);
        Assert.NotEqual(training, evaluation);
    }

    private static async Task<(IReadOnlyList<float> Training, IReadOnlyList<float> Evaluation)> Both(string norm, long[] shape)
    {
        static string Model(string norm, string mode) => Encoder("private readonly " + norm + " private Tensor Block(Tensor h) => norm.call(h).tanh();", $"RegisterComponents(); {mode}();");
        return ((await Trained.Of(Model(norm, "train"), "Encoder", shape)).Result, (await Trained.Of(Model(norm, "eval"), "Encoder", shape)).Result);
    }
}
