using NanoGpt.Model;
using NanoGpt.Training;
using Samples;
using Samples.CommandLine;

namespace NanoGpt.Tests.Training;

public sealed class TrainingSettingsTests
{
    [Fact]
    public void The_normal_setting_is_the_one_that_nanoGPT_publishes()
    {
        var settings = TrainingSettings.For(Effort.Normal);

        Assert.Equal(new GptShape(65, Context: 64, Width: 128, Heads: 4), settings.Shape(65));
        Assert.Equal((2000, 12, 0.9, 0.99, 0.1, 1.0), (settings.Iterations, settings.BatchSize, settings.Beta1, settings.Beta2, settings.WeightDecay, settings.Clip));
    }

    [Fact]
    public void The_learning_rate_rises_in_a_line_and_falls_along_a_cosine()
    {
        var settings = TrainingSettings.For(Effort.Normal);

        Assert.Equal(1e-3 / 101, settings.RateAt(0), 1e-12);
        Assert.Equal(1e-3 * 100 / 101, settings.RateAt(99), 1e-12);
        Assert.Equal(1e-3, settings.RateAt(100), 1e-12);
        Assert.Equal(5.5e-4, settings.RateAt(1050), 1e-12);
        Assert.Equal(1e-4, settings.RateAt(2000), 1e-12);
    }

    [Fact]
    public void A_training_of_fewer_iterations_than_warm_up_has_a_learning_rate()
        => Assert.All(Enumerable.Range(0, 10), i => Assert.InRange((TrainingSettings.For(Effort.Normal) with { Iterations = 10 }).RateAt(i), 1e-6, 1e-3));

    [Fact]
    public void More_processes_than_texts_in_a_batch_are_refused()
    {
        TrainingSettings.For(Effort.Normal).RequireWorkFor(12);

        var problem = Assert.Throws<SampleException>(() => TrainingSettings.For(Effort.Normal).RequireWorkFor(13));

        Assert.Equal("13 processes were started, but a batch has 12 texts to divide among them. Start 12 processes at most.", problem.Message);
    }

    [Fact]
    public void Only_matrices_decay()
    {
        using var model = Small.Model("stacked");
        using var optimizer = DecayedMatrices.Optimizer(model, Small.Settings);

        var groups = optimizer.ParamGroups.Cast<TorchSharp.Modules.AdamW.ParamGroup>().ToList();

        Assert.Equal([0.1, 0], groups.Select(group => group.Options.weight_decay));
        Assert.All(groups[0].Parameters, parameter => Assert.Equal(2, parameter.dim()));
        Assert.All(groups[1].Parameters, parameter => Assert.Equal(1, parameter.dim()));
        Assert.Equal(model.parameters().Count(), groups.Sum(group => group.Parameters.Count()));
    }
}
