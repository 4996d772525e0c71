using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Molecules.Training;

/// <summary>
/// Folds are trained side by side, a thread each. Were each operator to use several threads as well, they would stand in each
/// other's way: half the speed, on two cores.
/// </summary>
internal static class ThreadPools
{
    private const string OpenBlas = "libopenblas.so.0";

    private delegate void SetThreads(int count);

    /// <summary>Leaves one thread to each operator.</summary>
    public static void Restrict()
    {
        set_num_threads(1);

        // OpenBLAS, which some builds of libtorch multiply with, has threads that torch knows nothing of.
        if (OperatingSystem.IsLinux() && NativeLibrary.TryLoad(OpenBlas, out var library) && NativeLibrary.TryGetExport(library, "openblas_set_num_threads", out var address))
        {
            Marshal.GetDelegateForFunctionPointer<SetThreads>(address)(1);
        }
    }
}
