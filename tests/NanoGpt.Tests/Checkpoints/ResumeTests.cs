using NanoGpt.Checkpoints;
using NanoGpt.Tests.Training;
using NanoGpt.Training;
using Samples.Mpi;
using static TorchSharp.torch;

namespace NanoGpt.Tests.Checkpoints;

public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Checkpoints are written after 8, 16 and 24 iterations.</summary>
    [Theory]
    [InlineData("stacked", 9)]
    [InlineData("euler-half", 13)]
    [InlineData("two-blocks", 17)]
    [InlineData("heun", 23)]
    public void A_training_that_goes_on_is_one_that_never_stopped(string rule, int crash)
    {
        var key = Small.Key(rule);
        var whole = Train(key, "whole");

        Assert.Throws<CrashException>(() => Train(key, "stopped", new SilentBar(count => Crash(count == crash))));
        var resumed = Train(key, "stopped");

        Assert.Equal(whole.Result with { Seconds = 0, Loss = [] }, resumed.Result with { Seconds = 0, Loss = [] });
        Assert.Equal(whole.Result.Loss, resumed.Result.Loss);
        Same.Training(whole.Last, resumed.Last);
    }

    [Fact]
    public void What_the_user_stops_goes_on_from_where_it_stood()
    {
        var key = Small.Key("euler");
        var whole = Train(key, "whole");
        using var stop = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => Train(key, "stopped", new SilentBar(count => StopAt(stop, count == 11)), stop.Token));

        Assert.Equal(11, Latest(key, "stopped")!.Iteration);
        Same.Training(whole.Last, Train(key, "stopped").Last);
    }

    [Fact]
    public void A_training_that_is_done_is_not_done_again()
    {
        var key = Small.Key("recurrent");
        var first = Train(key, "whole");
        var bar = new SilentBar(_ => { });

        var again = Train(key, "whole", bar);

        Assert.Equal(1, bar.Count);
        Assert.Equal(first.Result.ValidationLoss, again.Result.ValidationLoss);
        Assert.Equal(first.Result.Sample, again.Result.Sample);
    }

    private static void Crash(bool now)
    {
        if (now)
        {
            throw new CrashException();
        }
    }

    private static void StopAt(CancellationTokenSource stop, bool now)
    {
        if (now)
        {
            stop.Cancel();
        }
    }

    private (RunResult Result, Checkpoint Last) Train(TrainingKey key, string name, SilentBar? bar = null, CancellationToken stop = default)
    {
        var result = new GptTraining(key, Place(name), CPU, Communicator.Alone, stop).Run(Latest(key, name), bar ?? new SilentBar());
        return (result, Latest(key, name)!);
    }

    private Checkpoint? Latest(TrainingKey key, string name) => Place(name).Latest(key.Description, problem => Assert.Fail(problem));

    private CheckpointFolder Place(string name) => new(Path.Combine(folder.Path, name));

    private sealed class CrashException : Exception;
}
