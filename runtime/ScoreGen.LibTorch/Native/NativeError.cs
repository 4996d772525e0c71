using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScoreGen.LibTorch;

/// <summary>Turns the shim's return codes into exceptions.</summary>
internal static unsafe class NativeError
{
    private const int FailedInManagedCode = -2;

    /// <summary>Returns <paramref name="code"/> where it is not an error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Check(int code)
    {
        if (code < 0)
            Throw(code);
        return code;
    }

    [DoesNotReturn]
    private static void Throw(int code)
    {
        if (code == FailedInManagedCode)
            ManagedFailures.Rethrow(NativeMethods.sg_error_ticket());
        throw new ExternalException(Marshal.PtrToStringUTF8((nint)NativeMethods.sg_error()));
    }
}
