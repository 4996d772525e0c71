using ScoreGen.LibTorch;

namespace TorchSharp;

/// <summary>
/// A reference to one of libtorch's tensors, which the garbage collector releases where nobody else does. A released one is kept for
/// the thread's next tensor: to make an object with a finalizer takes as long as a small operator's arithmetic.
/// </summary>
internal sealed class TensorReference
{
    /// <summary>From this size on the garbage collector is told of a tensor's memory, which it cannot see.</summary>
    private const long LargeBytes = 1 << 10;

    private const int MostSpare = 1024;

    [ThreadStatic]
    private static Stack<TensorReference>? spare;

    private static long totalCount;
    private static long peakCount;

    private nint tensor;
    private long pressure;

    private TensorReference()
    {
    }

    ~TensorReference()
    {
        if (tensor == 0)
            return;
        DisposeScopeManager.ThreadSingleton.Finalized();
        Release();
    }

    internal static long TotalCount => totalCount;

    internal static long PeakCount => peakCount;

    /// <summary>The tensor, borrowed.</summary>
    internal nint Tensor => tensor;

    /// <summary>Takes over an owned tensor.</summary>
    internal static TensorReference To(nint tensor, long ownBytes)
    {
        var count = Interlocked.Increment(ref totalCount);
        if (count > peakCount)
            peakCount = count;
        var reference = spare is not null && spare.TryPop(out var used) ? used : new TensorReference();
        reference.tensor = tensor;
        if (ownBytes >= LargeBytes)
            GC.AddMemoryPressure(reference.pressure = ownBytes);
        return reference;
    }

    /// <summary>Releases the tensor. The caller must not use this object again.</summary>
    internal void Dispose()
    {
        Release();
        Keep();
    }

    /// <summary>Gives the tensor away. The caller must not use this object again.</summary>
    internal nint Take()
    {
        var taken = tensor;
        Interlocked.Decrement(ref totalCount);
        Empty();
        Keep();
        return taken;
    }

    private void Release()
    {
        Interlocked.Decrement(ref totalCount);
        NativeMethods.sg_tensor_release(tensor);
        Empty();
    }

    private void Empty()
    {
        tensor = 0;
        if (pressure == 0)
            return;
        GC.RemoveMemoryPressure(pressure);
        pressure = 0;
    }

    private void Keep()
    {
        spare ??= new Stack<TensorReference>();
        if (spare.Count < MostSpare)
            spare.Push(this);
        else
            GC.SuppressFinalize(this);
    }
}
