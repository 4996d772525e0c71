using Samples.Progress;

namespace NanoGpt.Tests.Training;

/// <summary>Counts, and tells someone.</summary>
internal sealed class SilentBar(Action<int>? advanced = null) : ILiveBar
{
    public int Count { get; private set; }

    public void Advance(string status) => advanced?.Invoke(++Count);
}
