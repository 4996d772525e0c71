using System.Diagnostics;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests.PeakMemory;

/// <summary>What the fresh process does: one pass without gradients, and how far it raised the peak of the memory in use.</summary>
internal static class PeakMeter
{
    /// <summary>A state of 16 MB.</summary>
    public const long StateBytes = 16 << 20;

    private const long Side = 2048;

    public static long Measure(string module)
    {
        using var frozen = no_grad();
        using var pass = Create(module);
        using (var little = ones(8, 8))
        {
            pass.call(little).Dispose();
        }

        using var state = ones(Side, Side);
        GC.Collect();
        var before = Bytes(process => process.WorkingSet64);
        pass.call(state).Dispose();
        return Bytes(process => process.PeakWorkingSet64) - before;
    }

    private static nn.Module<Tensor, Tensor> Create(string module) => module switch
    {
        nameof(Euler4) => new Euler4(),
        nameof(Euler64) => new Euler64(),
        nameof(Rk4Times4) => new Rk4Times4(),
        nameof(Rk4Times64) => new Rk4Times64(),
        _ => throw new ArgumentException($"There is no module {module} to measure.", nameof(module)),
    };

    private static long Bytes(Func<Process, long> read)
    {
        using var process = Process.GetCurrentProcess();
        return read(process);
    }
}
