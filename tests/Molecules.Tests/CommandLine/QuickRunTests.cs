using System.Text.Json;

namespace Molecules.Tests.CommandLine;

public sealed class QuickRunTests(QuickRun run) : IClassFixture<QuickRun>
{
    [Fact]
    public void It_succeeds() => Assert.Equal(0, run.ExitCode);

    [Fact]
    public void It_compares_stacked_layers_with_shared_depth()
        => Assert.Equal(["dmpnn stacked", "dmpnn euler"], run.Trainings.Select(training => training.GetProperty("model").GetString()));

    [Fact]
    public void The_loss_falls() => Assert.All(run.Trainings, training =>
    {
        var losses = training.GetProperty("loss").EnumerateArray().Select(loss => loss.GetDouble()).ToList();
        Assert.True(losses[^1] < 0.8 * losses[0], $"from {losses[0]} to {losses[^1]}");
    });

    [Fact]
    public void It_is_better_than_saying_the_mean() => Assert.All(run.Trainings, training =>
        Assert.True(Number(training, "testRmse") < 0.8 * Number(training, "meanRmse"), $"{Number(training, "testRmse")} against {Number(training, "meanRmse")}"));

    [Fact]
    public void Rows_that_are_no_molecules_are_left_out_and_named()
    {
        Assert.Contains("500 molecules", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 of 502", run.Output, StringComparison.Ordinal);
        Assert.Contains("line 3, c1ccc: ring closure 1 is never closed; a second atom must carry 1 (position 2)", run.Output, StringComparison.Ordinal);
        Assert.Contains("line 5, CC(C)(C)(C)C: C with charge 0 has 5 bonds", run.Output, StringComparison.Ordinal);
        Assert.Contains("line 5, CC(C)(C)(C)C", File.ReadAllText(Path.Combine(run.Folder, "report.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_has_its_charts() => Assert.All(
        new[] { "report.md", "loss.svg", "error.svg", "parameters.svg", "results.jsonl" },
        name => Assert.True(new FileInfo(Path.Combine(run.Folder, name)).Length > 0));

    [Fact]
    public void The_seed_decides_the_result()
    {
        string[] shorter = ["--epochs", "2"];
        double Rmse(string name, params string[] further)
            => Number(QuickRun.ReadTrainings(run.Run(name, [.. shorter, "--depth", "euler", .. further]).Folder).Single(), "testRmse");

        var first = Rmse("once");

        Assert.Equal(first, Rmse("again"));
        Assert.NotEqual(first, Rmse("other", "--seed", "1"));
    }

    [Fact]
    public void Every_backbone_learns_over_a_scaffold_split_with_descriptors()
    {
        var (code, _, folder) = run.Run("wide", "--epochs", "2", "--backbone", "all", "--depth", "exponential-euler", "--readout", "attentive", "--split", "scaffold", "--descriptors");

        var trainings = QuickRun.ReadTrainings(folder);
        Assert.Equal(0, code);
        Assert.Equal(6, trainings.Count);
        Assert.All(trainings, training => Assert.Equal("scaffold", training.GetProperty("split").GetString()));
        Assert.All(trainings, training => Assert.True(training.GetProperty("loss")[1].GetDouble() < training.GetProperty("loss")[0].GetDouble()));
    }

    private static double Number(JsonElement training, string name) => training.GetProperty(name).GetDouble();
}
