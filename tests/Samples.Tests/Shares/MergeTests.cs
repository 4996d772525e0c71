using Samples.CommandLine;
using Samples.Reports;
using Samples.Shares;

namespace Samples.Tests.Shares;

public sealed class MergeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Shares_become_the_whole_in_its_order()
    {
        Write(Run(1, 3), 0, 3);
        Write(Run(3, 3), 2);
        Write(Run(2, 3), 1, 4);

        var whole = Merged();

        Assert.Equal([0, 1, 2, 3, 4], whole.Trainings.Select(training => training.Index));
        Assert.Equal(["result 0", "result 1", "result 2", "result 3", "result 4"], whole.Trainings.Select(training => training.Training.Name));
        Assert.Equal(Run(1, 1), whole.Run);
        Assert.Equal([new("data", "the data"), new Fact("trainings finished", "5 of 5")], whole.Facts());
    }

    [Fact]
    public void Two_machines_and_two_places_of_the_same_data_are_both_named()
    {
        Write(Run(1, 2), 0, 2, 4);
        Write(Run(2, 2) with { Data = "elsewhere", Environment = Environment("another machine") }, 1, 3);

        Assert.Equal(("the data; elsewhere", "a machine; another machine"), (Merged().Run.Data, Merged().Run.Environment.Machine));
    }

    [Fact]
    public void What_is_missing_is_named_with_the_way_to_get_it()
    {
        Write(Run(2, 4), 1);
        Write(Run(4, 4), 3);

        Assert.Equal("Shares 1/4, 3/4 left no results. Run again what you ran, with --share 1/4, then with --share 3/4; the others stay as they are.", Problem());
    }

    [Fact]
    public void What_was_stopped_is_named()
    {
        Write(Run(1, 2), 0, 2);
        Write(Run(2, 2), 1, 3);

        Assert.Equal("Share 1/2 was stopped after 2 of 3 trainings. Run again what you ran, with --share 1/2; the others stay as they are.", Problem());
    }

    [Fact]
    public void Shares_of_two_runs_are_refused_with_the_difference()
    {
        Write(Run(1, 2), 0, 2, 4);
        Write(Run(2, 2) with { Epochs = 20, Fingerprint = "other" }, 1, 3);

        Assert.Equal("The shares 1/2 and 2/2 are of two runs: epochs: 100 and 20; fingerprint: known and other. Run one of them again, with what was said to the other.", Problem());
    }

    [Fact]
    public void Shares_of_two_counts_are_refused()
    {
        Write(Run(1, 2), 0, 2, 4);
        Write(Run(1, 3), 0, 3);

        Assert.StartsWith($"{folder.Path} has shares of 2 and of 3. Remove", Problem());
    }

    [Fact]
    public void A_folder_without_shares_is_named() => Assert.StartsWith($"{folder.Path} has no results of shares. Run them first", Problem());

    [Theory]
    [InlineData("")]
    [InlineData("half a li")]
    [InlineData("{\"run\":{}}")]
    [InlineData("null")]
    public void A_file_that_is_not_of_this_sample_is_named(string content)
    {
        var path = folder.Write(Path.Combine("shares", "1-of-2", "results.jsonl"), content);
        Write(Run(2, 2), 1, 3);

        Assert.StartsWith(path, Problem());
    }

    private static RunEnvironment Environment(string machine) => new(Effort.Full, 0, "cpu", "0.1.0", "abc", "torch", ".NET", machine);

    private static SomeRun Run(int number, int count) => new("the data", "known", Environment("a machine"), new Share(number, count), 100);

    private void Write(SomeRun run, params int[] trainings)
    {
        var file = new RunFile<SomeRun, Result>(run, [.. trainings.Select(index => new Numbered<Result>(index, new Result($"result {index}", double.NaN)))]);
        AtomicFile.Write(ShareFolder.Results(folder.Path, run.Share), JsonLines.Of(file.Lines()));
    }

    private RunFile<SomeRun, Result> Merged() => Merge.Of<SomeRun, Result>(folder.Path);

    private string Problem() => Assert.Throws<SampleException>(Merged).Message;

    private sealed record Result(string Name, double Loss);

    private sealed record SomeRun(string Data, string Fingerprint, RunEnvironment Environment, Share Share, int Epochs) : RunHeader(Data, Fingerprint, Environment, Share)
    {
        public override int WholeCount => 5;
    }
}
