using ScoreGen.LibTorch;

namespace TorchSharp;

/// <summary>
/// Inference mode on this thread, until disposal. There is no finalizer: it would end the mode of its own thread, not of this one.
/// </summary>
internal sealed class InferenceMode(bool enabled) : IDisposable
{
    private readonly int thread = Environment.CurrentManagedThreadId;
    private nint guard = NativeMethods.sg_inference_enter(enabled ? 1 : 0);

    internal static bool IsEnabled => NativeMethods.sg_inference_mode() != 0;

    /// <exception cref="InvalidOperationException">Another thread entered the mode.</exception>
    public void Dispose()
    {
        if (guard == 0)
            return;
        if (thread != Environment.CurrentManagedThreadId)
            throw new InvalidOperationException("inference_mode() was entered on another thread than the one that leaves it. Do not await within it.");
        NativeMethods.sg_inference_exit(guard);
        guard = 0;
    }
}
