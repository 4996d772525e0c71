using NanoGpt.Checkpoints;
using Samples.CommandLine;
using Samples.Progress;
using static TorchSharp.torch;

namespace NanoGpt.Training;

/// <summary>A training and where it stands.</summary>
/// <param name="Key">Which training.</param>
/// <param name="Folder">Its checkpoints.</param>
/// <param name="Done">The iterations that a checkpoint has behind it.</param>
internal sealed record PlannedTraining(TrainingKey Key, CheckpointFolder Folder, int Done)
{
    /// <summary>What is left to do: iterations, and the judgement at the end.</summary>
    public int Units => Key.Settings.Iterations - Done + 1;

    /// <summary>Does it. The checkpoint is read only now, because all of them together may be large.</summary>
    public RunResult Run(ILiveBar bar, Device device, SampleRun run)
        => new GptTraining(Key, Folder, device, run.Communicator, run.Cancellation).Run(Done == 0 ? null : Folder.Latest(Key.Description, _ => { }), bar);
}
