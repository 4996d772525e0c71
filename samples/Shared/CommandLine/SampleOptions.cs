using Samples.Shares;

namespace Samples.CommandLine;

/// <summary>What every sample can be told.</summary>
/// <param name="Effort">How much to do.</param>
/// <param name="Seed">The first seed; a sample that runs several counts up from it.</param>
/// <param name="Device">Where tensors live: <c>auto</c>, <c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>.</param>
/// <param name="Out">The folder that receives the report.</param>
/// <param name="Data">The data file, or null to look in the usual places.</param>
public sealed record SampleOptions(Effort Effort, int Seed, string Device, string Out, string? Data)
{
    /// <summary>Which of its trainings to do; <see cref="Out"/> is then the folder of that share.</summary>
    public Share Share { get; init; } = Share.Whole;
}
