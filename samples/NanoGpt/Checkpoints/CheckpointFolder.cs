using Samples;

namespace NanoGpt.Checkpoints;

/// <summary>The checkpoints of one training: the newest, and the one before it in case that cannot be read.</summary>
/// <param name="path">The folder.</param>
public sealed class CheckpointFolder(string path)
{
    private const int Kept = 2;
    private const string Ending = ".checkpoint";

    public string Path => path;

    /// <summary>Adds a checkpoint; older ones, and later ones that could not be read, go only after it is there.</summary>
    /// <exception cref="SampleException">It cannot be written.</exception>
    public void Save(Checkpoint checkpoint)
    {
        var saved = System.IO.Path.Combine(path, FormattableString.Invariant($"{checkpoint.Iteration:00000000}{Ending}"));
        CheckpointFile.Write(saved, checkpoint);
        var refused = Files().TakeWhile(file => file != saved).ToList();
        Files().Skip(refused.Count + Kept).Concat(refused).Concat(Leftovers()).ToList().ForEach(File.Delete);
    }

    /// <summary>The newest checkpoint of a training that can be read, or null where there is none.</summary>
    /// <param name="description">Which training.</param>
    /// <param name="refused">Told of each newer file that cannot be read, by name.</param>
    /// <exception cref="SampleException">The checkpoints are of another training.</exception>
    public Checkpoint? Latest(string description, Action<string> refused)
    {
        foreach (var file in Files())
        {
            try
            {
                return Fitting(file, CheckpointFile.Read(file), description);
            }
            catch (UnreadableCheckpointException problem)
            {
                refused(problem.Message);
            }
        }

        return null;
    }

    /// <summary>Removes all checkpoints.</summary>
    public void Clear() => Files().Concat(Leftovers()).ToList().ForEach(File.Delete);

    private static Checkpoint Fitting(string file, Checkpoint checkpoint, string description)
    {
        if (checkpoint.Description == description)
        {
            return checkpoint;
        }

        var differences = checkpoint.Description.Split('\n').Except(description.Split('\n'));
        throw new SampleException($"{file} is of another training, with {string.Join("; ", differences)}. Say the same settings, or leave out --resume to start anew.");
    }

    private IReadOnlyList<string> Files() => All($"*{Ending}").Where(file => !IsHidden(file)).OrderDescending(StringComparer.Ordinal).ToList();

    /// <summary>What a process left that was killed while it wrote.</summary>
    private IReadOnlyList<string> Leftovers() => [.. All($".*{Ending}.*")];

    private static bool IsHidden(string file) => System.IO.Path.GetFileName(file).StartsWith('.');

    private string[] All(string pattern)
        => Directory.Exists(path) ? Directory.GetFiles(path, pattern, new EnumerationOptions { AttributesToSkip = FileAttributes.None }) : [];
}
