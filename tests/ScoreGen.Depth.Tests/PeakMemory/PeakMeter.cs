using System.Diagnostics;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests.PeakMemory;

/// <summary>What the fresh process does: one pass, with its backward pass if the module has weights, and how far it raised the peak of the memory in use.</summary>
internal static class PeakMeter
{
    /// <summary>A state of 16 MB.</summary>
    public const long StateBytes = 16 << 20;

    private const long Side = 2048;

    public static long Measure(string module)
    {
        set_num_threads(1);
        using var pass = Create(module);
        using var mode = set_grad_enabled(pass.parameters().Any());
        using (var little = ones(8, 8))
        {
            Run(pass, little);
        }

        // One of 1 MB where there are hundreds of evaluations.
        using var state = ones(Side, pass is Settling ? Side / 16 : Side);
        GC.Collect();
        var before = Bytes(process => process.WorkingSet64);
        Run(pass, state);
        return Bytes(process => process.PeakWorkingSet64) - before;
    }

    private static void Run(nn.Module<Tensor, Tensor> pass, Tensor state)
    {
        using var end = pass.call(state);
        if (end.requires_grad)
        {
            using var loss = end.sum();
            loss.backward();
        }
    }

    private static nn.Module<Tensor, Tensor> Create(string module) => module switch
    {
        nameof(Euler4) => new Euler4(),
        nameof(Euler64) => new Euler64(),
        nameof(Rk4Times4) => new Rk4Times4(),
        nameof(Rk4Times64) => new Rk4Times64(),
        nameof(Settling10) => new Settling10(),
        nameof(Settling100) => new Settling100(),
        _ => throw new ArgumentException($"There is no module {module} to measure.", nameof(module)),
    };

    private static long Bytes(Func<Process, long> read)
    {
        using var process = Process.GetCurrentProcess();
        return read(process);
    }
}
