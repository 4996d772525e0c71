using System.Text.Json.Serialization;
using Samples.Shares;

namespace Samples.Reports;

/// <summary>What a run was told to do, and where it was done: the first of its JSON lines. Each sample adds its settings.</summary>
/// <param name="Data">Where the data come from.</param>
/// <param name="Fingerprint">A SHA-256 of the data: on two machines the same data may lie in two places.</param>
/// <param name="Environment">What program ran where.</param>
/// <param name="Share">Which of the trainings it was to do.</param>
public abstract record RunHeader(string Data, string Fingerprint, RunEnvironment Environment, Share Share)
{
    /// <summary>How many trainings the whole run has.</summary>
    public abstract int WholeCount { get; }

    /// <summary>How many of them are in the share.</summary>
    [JsonIgnore]
    public int Count => Enumerable.Range(0, WholeCount).Count(Share.Has);
}
