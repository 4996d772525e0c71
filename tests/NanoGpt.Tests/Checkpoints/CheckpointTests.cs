using NanoGpt.Checkpoints;
using NanoGpt.Training;
using Samples;

namespace NanoGpt.Tests.Checkpoints;

public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CheckpointFolder place;

    public CheckpointTests() => place = new CheckpointFolder(Places);

    private string Places => Path.Combine(folder.Path, "stacked-seed0");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_checkpoint_reads_as_it_was_written()
    {
        var path = Path.Combine(folder.Path, "one");

        CheckpointFile.Write(path, At(7));

        var read = CheckpointFile.Read(path);
        Assert.Equal(("training", 7, TimeSpan.FromSeconds(7)), (read.Description, read.Iteration, read.Elapsed));
        Assert.Equal(At(7).History.Points, read.History.Points);
        Assert.Equal((0.5, 1), (read.History.Pending, read.History.Count));
        Assert.Equal([1, 2, 3, 4, 5, 6], [.. read.Model, .. read.Optimizer, .. read.Random]);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_by_name()
    {
        var path = Path.Combine(folder.Path, "cut");
        CheckpointFile.Write(path, At(7));
        var whole = File.ReadAllBytes(path);

        Assert.All(Enumerable.Range(0, whole.Length), length =>
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.StartsWith($"{path} is cut off: it has {length} ", Assert.Throws<UnreadableCheckpointException>(() => CheckpointFile.Read(path)).Message);
        });
    }

    [Fact]
    public void A_file_with_any_bit_changed_is_refused_by_name()
    {
        var path = Path.Combine(folder.Path, "changed");
        CheckpointFile.Write(path, At(7));
        var whole = File.ReadAllBytes(path);

        Assert.All(Enumerable.Range(0, whole.Length), place =>
        {
            File.WriteAllBytes(path, [.. whole[..place], (byte)(whole[place] ^ 1), .. whole[(place + 1)..]]);
            Assert.StartsWith(path, Assert.Throws<UnreadableCheckpointException>(() => CheckpointFile.Read(path)).Message);
        });
    }

    [Fact]
    public void Two_are_kept_and_the_newest_is_used()
    {
        Save(1, 2, 3);

        Assert.Equal(["00000002.checkpoint", "00000003.checkpoint"], Names());
        Assert.Equal(3, Latest(out var refused)!.Iteration);
        Assert.Empty(refused);
    }

    [Fact]
    public void Where_the_newest_is_cut_off_the_one_before_is_used()
    {
        Save(1, 2);
        var newest = Path.Combine(Places, "00000002.checkpoint");
        File.WriteAllBytes(newest, File.ReadAllBytes(newest)[..^1]);

        Assert.Equal(1, Latest(out var refused)!.Iteration);
        Assert.StartsWith($"{newest} is cut off", Assert.Single(refused));
    }

    [Fact]
    public void What_was_refused_goes_once_there_is_a_new_one()
    {
        Save(1, 5);
        File.WriteAllText(Path.Combine(Places, "00000005.checkpoint"), "");

        Save(2);

        Assert.Equal(["00000001.checkpoint", "00000002.checkpoint"], Names());
    }

    [Fact]
    public void What_a_killed_process_left_is_removed()
    {
        folder.Write("stacked-seed0/.00000001.checkpoint.0123", "half a che");

        Assert.Null(Latest(out _));
        Save(1);

        Assert.Equal(["00000001.checkpoint"], Names());
    }

    [Fact]
    public void A_checkpoint_of_another_training_is_refused_with_the_difference()
    {
        place.Save(At(1) with { Description = "model: stacked\nseed: 1" });

        var problem = Assert.Throws<SampleException>(() => place.Latest("model: stacked\nseed: 0", _ => { }));

        Assert.EndsWith("00000001.checkpoint is of another training, with seed: 1. Say the same settings, or leave out --resume to start anew.", problem.Message);
    }

    [Fact]
    public void Starting_anew_removes_all()
    {
        Save(1, 2);

        place.Clear();

        Assert.Empty(Names());
        Assert.Null(Latest(out _));
    }

    private static Checkpoint At(int iteration) => new(
        "training", iteration, TimeSpan.FromSeconds(iteration), new LossHistory([new LossPoint(1, 2, 3)], 0.5, 1), [1, 2], [3], [4, 5, 6]);

    private void Save(params int[] iterations) => Array.ForEach(iterations, iteration => place.Save(At(iteration)));

    private Checkpoint? Latest(out List<string> refused) => place.Latest("training", (refused = []).Add);

    private IEnumerable<string?> Names() => Directory.GetFiles(Places, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None }).Select(Path.GetFileName).Order();
}
