namespace NanoGpt.Generation;

/// <summary>
/// What attention has computed for the text so far, with an entry for each step of depth: shared weights see another state at each
/// step. A pass evaluates the block once a step, in order, so the entries are handed out in turn.
/// </summary>
/// <param name="steps">How many steps a pass has.</param>
public sealed class AttentionMemory(int steps) : IDisposable
{
    private readonly StepMemory[] entries = [.. Enumerable.Range(0, steps).Select(_ => new StepMemory())];
    private int turn;

    /// <summary>How many characters it holds.</summary>
    public long Length => entries[0].Length;

    /// <summary>The entry of the step that is evaluated now.</summary>
    public StepMemory NextStep() => entries[turn++ % entries.Length];

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        turn = 0;
        Array.ForEach(entries, entry => entry.Dispose());
    }

    public void Dispose() => Clear();
}
