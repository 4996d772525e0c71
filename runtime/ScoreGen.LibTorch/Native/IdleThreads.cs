using System.Runtime.InteropServices;

namespace ScoreGen.LibTorch;

/// <summary>
/// How OpenMP's threads wait for work, which they read from the environment when their library is loaded. By default they spin for some
/// milliseconds. Where BLAS has threads of its own, those then wait for a processor: on two cores a training step of four MLP blocks
/// 256 → 1024 → 256 took 68 to 90 ms, 26 to 30 with threads that sleep, and 39 with one thread.
/// </summary>
internal static partial class IdleThreads
{
    private const string WaitPolicy = "OMP_WAIT_POLICY";
    private const string SpinCount = "GOMP_SPINCOUNT";

    /// <summary>Loads a shim, and with it libtorch and OpenMP. What the user has chosen stays.</summary>
    internal static nint LetSleepAndLoad(string path)
    {
        var isChosen = Environment.GetEnvironmentVariable(WaitPolicy) is not null || Environment.GetEnvironmentVariable(SpinCount) is not null;
        if (isChosen || !BlasHasThreads(path))
            return NativeLibrary.Load(path);

        // Not for the programs that this one starts.
        setenv(WaitPolicy, "passive", overwrite: 0);
        try
        {
            return NativeLibrary.Load(path);
        }
        finally
        {
            unsetenv(WaitPolicy);
        }
    }

    private static bool BlasHasThreads(string path) => File.ReadAllBytes(path).AsSpan().IndexOf("scoregen: BLAS has threads of its own"u8) >= 0;

    // .NET's own variables are not those that a C library sees.
    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int unsetenv(string name);
}
