using System.Text.Json;
using System.Xml.Linq;
using Quickstart;

namespace Samples.Tests.Quickstart;

[Collection(TrainingCollection.Name)]
public sealed class QuickstartTests(QuickRun run)
{
    [Fact]
    public void Both_contenders_are_trained_with_every_seed()
    {
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [("4 layers, stacked", 0, 17_153), ("4 layers, stacked", 1, 17_153), ("1 layer × 4 steps", 0, 4_673), ("1 layer × 4 steps", 1, 4_673)],
            run.Trainings.Select(training => (training.GetProperty("model").GetString(), training.GetProperty("seed").GetInt32(), training.GetProperty("parameters").GetInt32())));
    }

    [Fact]
    public void The_loss_falls()
        => Assert.All(run.Trainings, training =>
        {
            var loss = training.GetProperty("loss").EnumerateArray().Select(value => value.GetDouble()).ToList();
            Assert.Equal(20, loss.Count);
            Assert.True(loss[^1] < 0.5 * loss[0], $"from {loss[0]} to {loss[^1]}");
        });

    [Fact]
    public void Both_contenders_are_much_better_than_the_mean()
        => Assert.All(run.Trainings, training => Assert.InRange(Number(training, "testRmse"), 0.1, 0.6 * Number(training, "meanRmse")));

    [Fact]
    public void The_same_seed_gives_the_same_result()
    {
        var again = QuickRun.ReadTrainings(run.Run("again").Folder);

        Assert.Equal(run.Trainings.Select(WithoutTime), again.Select(WithoutTime));
    }

    [Fact]
    public void The_generated_forward_pass_is_shown()
    {
        Assert.Contains("public override Tensor forward(Tensor h)\n{\n", run.Output);
        Assert.Contains("\n    // Step 4 of 4, time 0.75: h4 = 0.75·h3 + 0.25·F(h3)\n", run.Output);
        Assert.Equal(GeneratedPass.Read().Count(character => character == '{'), GeneratedPass.Read().Count(character => character == '}'));
        Assert.EndsWith("\n}", GeneratedPass.Read());
        Assert.DoesNotContain("global::", GeneratedPass.Read());
    }

    [Fact]
    public void Progress_and_results_are_shown()
    {
        Assert.Contains("1 layer × 4 steps: 100 %, seed 1, loss ", run.Output);
        Assert.Contains("17,153", run.Output);
        Assert.Contains("over 2 seeds", run.Output);
        Assert.Contains("1,000 molecules, not the published values", run.Output);
    }

    [Fact]
    public void The_report_holds_every_setting_and_figure()
    {
        var page = File.ReadAllText(Path.Combine(run.Folder, "report.md"));

        Assert.All(
            ["Trained on " + run.DataPath, "| 4 layers, stacked | 17,153 |", "| 1 layer × 4 steps | 4,673 |", "- trainings finished: 4 of 4", "- epochs: 20", "- first seed: 0", "- commit: ", "- torch: ", "(loss.svg)", "h4.MoveToOuterDisposeScope()"],
            part => Assert.Contains(part, page));
        Assert.All(["loss.svg", "error.svg", "parameters.svg"], picture => Assert.NotEmpty(XDocument.Load(Path.Combine(run.Folder, picture)).Root!.Elements()));
        Assert.Equal(5, Directory.GetFiles(run.Folder).Length);
    }

    [Fact]
    public void The_first_line_for_machines_tells_how_the_run_was_made()
    {
        var first = JsonDocument.Parse(File.ReadLines(Path.Combine(run.Folder, "results.jsonl")).First()).RootElement.GetProperty("run");

        Assert.Equal(20, first.GetProperty("settings").GetProperty("epochs").GetInt32());
        Assert.Equal("quick", first.GetProperty("environment").GetProperty("effort").GetString());
    }

    private static double Number(JsonElement training, string name) => training.GetProperty(name).GetDouble();

    private static string WithoutTime(JsonElement training)
        => string.Join(';', training.EnumerateObject().Where(property => property.Name != "seconds").Select(property => property.Value.GetRawText()));
}
