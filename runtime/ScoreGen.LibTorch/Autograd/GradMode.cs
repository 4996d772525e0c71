using ScoreGen.LibTorch;

namespace TorchSharp;

/// <summary>Switches the recording of gradients on this thread, until its disposal restores what was before.</summary>
internal sealed class GradMode : IDisposable
{
    private readonly int before = NativeMethods.sg_grad_mode();

    internal GradMode(bool enabled) => NativeMethods.sg_set_grad_mode(enabled ? 1 : 0);

    internal static bool IsEnabled => NativeMethods.sg_grad_mode() != 0;

    public void Dispose() => NativeMethods.sg_set_grad_mode(before);
}
