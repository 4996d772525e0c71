using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>How many threads one operator may use; matrix products too, also where they are OpenBLAS's, which PyTorch does not tell.</summary>
    public static int get_num_threads() => NativeMethods.sg_num_threads();

    /// <inheritdoc cref="get_num_threads"/>
    public static void set_num_threads(int num) => NativeError.Check(NativeMethods.sg_set_num_threads(num));

    /// <summary>How many operators may run side by side.</summary>
    public static int get_num_interop_threads() => NativeMethods.sg_num_interop_threads();

    /// <inheritdoc cref="get_num_interop_threads"/>
    public static void set_num_interop_threads(int num) => NativeError.Check(NativeMethods.sg_set_num_interop_threads(num));

    /// <summary>The version of libtorch.</summary>
    public static string __version__ => ShimLibrary.TorchVersion;
}
