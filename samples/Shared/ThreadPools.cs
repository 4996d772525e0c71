using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Samples;

/// <summary>
/// How many threads an operator may use. Small ones are done before a second thread has begun, and trainings that go on side by side
/// stand in each other's way: half the speed, on two cores.
/// </summary>
public static class ThreadPools
{
    private const string OpenBlas = "libopenblas.so.0";

    private delegate void SetThreads(int count);

    /// <summary>Leaves one thread, or a few, to each operator.</summary>
    public static void Restrict(int count = 1)
    {
        set_num_threads(count);

        // OpenBLAS, which some builds of libtorch multiply with, has threads of its own, and TorchSharp does not tell it.
        if (OperatingSystem.IsLinux() && NativeLibrary.TryLoad(OpenBlas, out var library) && NativeLibrary.TryGetExport(library, "openblas_set_num_threads", out var address))
        {
            Marshal.GetDelegateForFunctionPointer<SetThreads>(address)(count);
        }
    }
}
