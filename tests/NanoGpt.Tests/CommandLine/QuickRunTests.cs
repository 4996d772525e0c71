using System.Text.Json;
using NanoGpt.Data;

namespace NanoGpt.Tests.CommandLine;

[Collection(QuickRunCollection.Name)]
public sealed class QuickRunTests(QuickRun run)
{
    [Fact]
    public void It_succeeds() => Assert.Equal(0, run.ExitCode);

    [Fact]
    public void It_says_what_it_learns_from()
        => Assert.Contains($"200,000 characters, {new Vocabulary(SyntheticText.Make()).Characters.Count} distinct, not the published text", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);

    [Fact]
    public void It_compares_stacked_blocks_with_a_shared_one()
        => Assert.Equal(["stacked", "euler-half"], run.Trainings.Select(training => training.GetProperty("model").GetString()));

    [Fact]
    public void The_loss_falls() => Assert.All(run.Trainings, training =>
    {
        var losses = training.GetProperty("loss").EnumerateArray().Select(point => Number(point, "validation")).ToList();
        Assert.True(losses[^1] < 0.9 * losses[0], $"from {losses[0]} to {losses[^1]}");
    });

    [Fact]
    public void It_is_better_than_thinking_every_character_equally_likely() => Assert.All(run.Trainings, training =>
        Assert.True(Number(training, "validationLoss") < 0.8 * Number(training, "uniformLoss")));

    [Fact]
    public void It_shows_what_each_model_writes() => Assert.All(run.Trainings, training =>
    {
        var sample = training.GetProperty("sample").GetString()!;
        Assert.Equal(100, sample.Length);
        Assert.Contains(sample.Split('\n')[0], run.Output, StringComparison.Ordinal);
    });

    [Fact]
    public void The_report_has_its_charts_and_every_setting()
    {
        Assert.All(
            new[] { "report.md", "loss.svg", "error.svg", "parameters.svg", "results.jsonl" },
            name => Assert.True(new FileInfo(Path.Combine(run.Folder, name)).Length > 0));
        var page = File.ReadAllText(Path.Combine(run.Folder, "report.md"));
        Assert.All(
            new[] { "seeds: 1", "iterations: 200", "weight decay 0.1 on matrices", "commit: ", "torch: ", run.DataPath },
            setting => Assert.Contains(setting, page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_seed_decides_the_result()
    {
        double Loss(string name, params string[] further)
            => Number(QuickRun.ReadTrainings(run.Run(name, ["--iterations", "5", "--depth", "euler-stripped", .. further]).Folder).Single(), "validationLoss");

        var first = Loss("once");

        Assert.Equal(first, Loss("again"));
        Assert.NotEqual(first, Loss("other", "--seed", "1"));
    }

    [Fact]
    public void Shares_are_put_together_as_the_whole()
    {
        string[] work = ["--iterations", "3", "--depth", "stacked", "recurrent"];
        var (_, _, whole) = run.Run("in-one-piece", work);
        run.Run("in-shares", [.. work, "--share", "2/2"]);
        run.Run("in-shares", [.. work, "--share", "1/2"]);
        using var console = new CapturedConsole();

        Assert.Equal(0, Program.Run(["merge", "--out", run.Place("in-shares")], console.Console, console.Console));

        Assert.Equal(Said(whole), Said(run.Place("in-shares")));
    }

    [Fact]
    public void Every_depth_learns()
    {
        var (code, _, folder) = run.Run("wide", "--depth", "all", "--iterations", "12", "--seeds", "1");

        var trainings = QuickRun.ReadTrainings(folder);
        Assert.Equal(0, code);
        Assert.Equal(9, trainings.Count);
        Assert.All(trainings, training => Assert.True(Number(training, "validationLoss") < Number(training, "uniformLoss")));
        Assert.Equal(8, trainings.Single(training => training.GetProperty("model").GetString() == "heun").GetProperty("evaluations").GetInt32());
    }

    private static IEnumerable<(string? Model, double Loss, string? Sample)> Said(string folder) => QuickRun.ReadTrainings(folder)
        .Select(training => (training.GetProperty("model").GetString(), Number(training, "validationLoss"), training.GetProperty("sample").GetString()));

    private static double Number(JsonElement training, string name) => training.GetProperty(name).GetDouble();
}
