using NanoGpt.Checkpoints;
using NanoGpt.Depth;
using NanoGpt.Model;
using NanoGpt.Tests.Checkpoints;
using NanoGpt.Tests.CommandLine;
using NanoGpt.Training;
using Samples.CommandLine;
using static TorchSharp.torch;

namespace NanoGpt.Tests.Processes;

/// <summary>Several processes that share each batch do what one does. The first of them speaks and writes; the others are seen by what they add.</summary>
[Collection(QuickRunCollection.Name)]
public sealed class MpiTests(QuickRun run)
{
    /// <summary>Seen here: 4e-6.</summary>
    private const double Rounding = 1e-4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] Work = ["--depth", "stacked", "--iterations", "40", "--checkpoint-every", "5"];

    [MpiFact]
    public void Two_processes_equal_one_with_the_whole_batch()
    {
        run.Run("mpi-alone", Work);
        var output = Whole();

        Assert.Contains("2 processes", output, StringComparison.Ordinal);
        AssertClose("mpi-alone", "mpi-whole");
        Assert.Equal(ValidationLoss("mpi-alone"), ValidationLoss("mpi-whole"), Rounding);
    }

    [MpiFact]
    public void A_process_that_is_killed_ends_all_and_what_is_resumed_ends_as_one_that_was_not()
    {
        Whole();
        using var killed = Started(2, "mpi-killed", Work);
        Assert.True(SpinWait.SpinUntil(() => Newest("mpi-killed") is not null, Patience), "no checkpoint");
        killed.Kill(rank: 1);

        var (code, output) = killed.Wait();

        var stopped = Iteration("mpi-killed");
        Assert.NotEqual(0, code);
        Assert.InRange(stopped, 5, 39);
        Assert.Contains("process rank 1", output, StringComparison.Ordinal);
        Assert.Contains($"process 0: error: Stopped after {stopped} of 40 iterations. Ctrl-C was pressed, or another of the 2 processes ended. --resume goes on", output, StringComparison.Ordinal);

        Copy("mpi-killed", "mpi-resumed-alone");
        using var resumed = Started(2, "mpi-killed", [.. Work, "--resume"]);
        Assert.Contains($"stacked-seed0 after {stopped} of 40 iterations", AssertSucceeds(resumed), StringComparison.Ordinal);
        Same.Training(Last("mpi-whole"), Last("mpi-killed"));

        Assert.Equal(0, run.Run("mpi-resumed-alone", [.. Work, "--resume"]).ExitCode);
        AssertClose("mpi-whole", "mpi-resumed-alone");
    }

    /// <summary>Of 12 texts five processes have 3, 3, 2, 2 and 2.</summary>
    [MpiFact]
    public void A_batch_need_not_divide_evenly()
    {
        string[] work = ["--depth", "stacked", "--iterations", "4"];
        run.Run("mpi-short", work);
        using var five = Started(5, "mpi-five", work);

        AssertSucceeds(five);

        AssertClose("mpi-short", "mpi-five");
    }

    /// <summary>Two processes that nothing disturbs, once for all tests.</summary>
    private string Whole()
    {
        const string name = "mpi-whole";
        var log = run.Place($"{name}.log");
        if (!File.Exists(log))
        {
            using var whole = Started(2, name, Work);
            File.WriteAllText(log, AssertSucceeds(whole));
        }

        return File.ReadAllText(log);
    }

    private MpiRun Started(int processes, string name, string[] work) => new(processes, run.Arguments(name, work));

    private static string AssertSucceeds(MpiRun started)
    {
        var (code, output) = started.Wait();
        Assert.True(code == 0, output);
        return output;
    }

    private void AssertClose(string expected, string actual)
    {
        var settings = TrainingSettings.For(Effort.Quick);
        using var random = new Generator(0);
        using var model = new GptModel(settings.Shape(run.Vocabulary.Characters.Count), DepthRule.Stacked, random);
        Same.TrainingBut(Rounding, model, Last(expected), Last(actual));
    }

    private double ValidationLoss(string name) => QuickRun.ReadTrainings(run.Place(name)).Single().GetProperty("validationLoss").GetDouble();

    private Checkpoint Last(string name) => CheckpointFile.Read(Newest(name)!);

    private int Iteration(string name) => int.Parse(Path.GetFileNameWithoutExtension(Newest(name)!));

    private string? Newest(string name) => Directory.Exists(Folder(name)) ? Directory.GetFiles(Folder(name), "0*.checkpoint").Max() : null;

    private string Folder(string name) => Path.Combine(run.Place(name), "checkpoints", "stacked-seed0");

    private void Copy(string from, string to)
    {
        Directory.CreateDirectory(Folder(to));
        Directory.GetFiles(Folder(from)).ToList().ForEach(file => File.Copy(file, Path.Combine(Folder(to), Path.GetFileName(file))));
    }
}
