using static TorchSharp.torch;

namespace NanoGpt.Generation;

/// <summary>The keys and values that one step of depth has computed for the text so far.</summary>
public sealed class StepMemory : IDisposable
{
    private Tensor? keys, values;

    /// <summary>How many characters it holds.</summary>
    public long Length => keys?.shape[2] ?? 0;

    /// <summary>Adds those of further characters.</summary>
    /// <param name="newKeys">[texts, heads, new characters, width of a head].</param>
    /// <param name="newValues">[texts, heads, new characters, width of a head].</param>
    /// <returns>Those of all characters, which stay the memory's own: [texts, heads, characters, width of a head].</returns>
    public (Tensor Keys, Tensor Values) Append(Tensor newKeys, Tensor newValues)
        => (keys = Joined(keys, newKeys), values = Joined(values, newValues));

    /// <summary>Forgets everything.</summary>
    public void Dispose()
    {
        keys?.Dispose();
        values?.Dispose();
        (keys, values) = (null, null);
    }

    /// <summary>The block runs in a scope of its own; what is to be remembered must outlive it.</summary>
    private static Tensor Joined(Tensor? old, Tensor fresh)
    {
        using (old)
        {
            return (old is null ? fresh.clone() : cat([old, fresh], 2)).DetachFromDisposeScope();
        }
    }
}
