using NanoGpt.Depth;
using NanoGpt.Model;
using NanoGpt.Training;
using Samples.CommandLine;
using static TorchSharp.torch;

namespace NanoGpt.Tests.Model;

public sealed class ParameterTests
{
    private const int Characters = 65;

    /// <summary>0.80M for nanoGPT itself, 0.205M for one shared block.</summary>
    [Theory]
    [InlineData("stacked", 795_904)]
    [InlineData("two-blocks", 402_176)]
    [InlineData("recurrent", 205_312)]
    [InlineData("euler", 205_312)]
    [InlineData("euler-half", 205_312)]
    [InlineData("euler-stripped", 205_312)]
    [InlineData("euler-half-stripped", 205_312)]
    [InlineData("exponential-euler", 205_312)]
    [InlineData("heun", 205_312)]
    public void The_published_setting_has_as_many_parameters_as_published(string rule, long expected)
    {
        using var random = new Generator(0);
        using var model = new GptModel(TrainingSettings.For(Effort.Normal).Shape(Characters), Small.Rule(rule), random);

        Assert.Equal(expected, model.ParameterCount);
        Assert.Equal(9, DepthRule.All.Count);
    }

    [Fact]
    public void The_first_weights_are_those_of_nanoGPT()
    {
        using var random = new Generator(0);
        using var model = new GptModel(TrainingSettings.For(Effort.Normal).Shape(Characters), DepthRule.Stacked, random);

        var spreads = model.named_parameters().ToLookup(entry => entry.name.Split('.')[^2], entry => Spread(entry.parameter));

        Assert.All(spreads["look"].Concat(spreads["widen"]).Concat(spreads["characters"]).Concat(spreads["positions"]), spread => Assert.Equal(0.02, spread, 0.001));
        Assert.Equal(8, spreads["project"].Count());
        Assert.All(spreads["project"], spread => Assert.Equal(0.02 / Math.Sqrt(8), spread, 0.0003));
        Assert.Equal(9, spreads["norm"].Concat(spreads["attentionNorm"]).Concat(spreads["networkNorm"]).Count(spread => spread == 0));
    }

    [Fact]
    public void The_first_weights_follow_from_their_stream_alone()
    {
        using var first = Small.Model("euler", seed: 3);
        rand(10).Dispose();
        using var again = Small.Model("euler", seed: 3);
        using var other = Small.Model("euler", seed: 4);

        Assert.All(first.parameters().Zip(again.parameters()), pair => Assert.Equal(0, pair.First.sub(pair.Second).abs().max().item<float>()));
        Assert.Contains(first.parameters().Zip(other.parameters()), pair => pair.First.sub(pair.Second).abs().max().item<float>() > 0);
    }

    private static double Spread(Tensor tensor) => tensor.std().item<float>();
}
