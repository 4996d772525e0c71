using System.CommandLine;
using NanoGpt.Depth;
using NanoGpt.Training;
using Samples.CommandLine;

namespace NanoGpt;

/// <summary>The options that this sample has beside the shared ones.</summary>
public static class GptOptions
{
    private static readonly Option<string[]> Depth = Choices.Several<DepthRule>("--depth", "Ways to be deep");
    private static readonly Option<int?> Iterations = Choices.Count("--iterations", "How many batches a training goes through");
    private static readonly Option<int?> Seeds = Choices.Count("--seeds", "How many trainings of each model");
    private static readonly Option<int?> CheckpointEvery = Choices.Count("--checkpoint-every", "The iterations between checkpoints");
    private static readonly Option<int?> Threads = Choices.Count("--threads", "How many threads an operator may use on a processor");
    private static readonly Option<bool> Resume = new("--resume") { Description = "Go on from the checkpoints in --out; without it they are removed" };

    public static IReadOnlyList<Option> All { get; } = [Depth, Iterations, Seeds, CheckpointEvery, Threads, Resume];

    /// <summary>Whether to go on from checkpoints.</summary>
    public static bool Resumes(SampleRun run) => run.Value(Resume);

    /// <summary>How many threads an operator may use.</summary>
    public static int ThreadCount(SampleRun run) => run.Value(Threads) ?? 1;

    /// <summary>The depths that the user chose, or that the effort stands for.</summary>
    public static IReadOnlyList<DepthRule> Rules(SampleRun run)
        => Choices.Chosen<DepthRule>(run.Value(Depth))
            ?? (run.Options.Effort == Effort.Full ? DepthRule.All : [DepthRule.Stacked, DepthRule.EulerHalf]);

    /// <summary>The settings of the effort, with what the user changed.</summary>
    public static TrainingSettings Settings(SampleRun run)
    {
        var settings = TrainingSettings.For(run.Options.Effort);
        return settings with
        {
            Seeds = run.Value(Seeds) ?? settings.Seeds,
            Iterations = run.Value(Iterations) ?? settings.Iterations,
            CheckpointEvery = run.Value(CheckpointEvery) ?? settings.CheckpointEvery,
        };
    }
}
