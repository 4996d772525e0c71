using System.Diagnostics;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Zoo.Training;

/// <summary>What a pass takes for its backward pass.</summary>
public static class Memory
{
    /// <summary>How many MB larger the process is while what the pass returned, and all that its graph keeps, is alive.</summary>
    public static double Kept(Func<Tensor> pass)
    {
        var before = Resident();
        using var scope = NewDisposeScope();
        using var kept = pass();
        return (double)(Resident() - before) / (1 << 20);
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        if (OperatingSystem.IsLinux())
        {
            // What was freed before would be used again, and not be counted.
            _ = Trim(0);
        }

        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    private static extern int Trim(nuint keep);
}
