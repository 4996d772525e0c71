using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScoreGen.LibTorch;

/// <summary>Finds and loads the shim, and with it libtorch; refuses a libtorch other than the one it was compiled for.</summary>
internal static unsafe partial class ShimLibrary
{
    internal const string Name = "libscoregen_torch";

    private const string File = Name + ".so";

    private const string ThreeWays =
        "Build again with one of these in place: LIBTORCH set to the folder of a libtorch (with include/ and lib/), " +
        "LIBTORCH_USE_PYTORCH=1 for the torch that python3 has, or a libtorch of the system (Debian, Ubuntu: apt-get install libtorch-dev).";

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "The resolver must stand before the first native call, wherever that comes from.")]
    internal static void UseThisLoader() =>
        NativeLibrary.SetDllImportResolver(typeof(ShimLibrary).Assembly, (name, _, _) => name == Name ? Load() : 0);

    /// <summary>The version of the libtorch that is loaded.</summary>
    internal static string TorchVersion =>
        LoadedVersion(Marshal.PtrToStringUTF8((nint)NativeMethods.sg_build_settings()) ?? "")
        ?? Marshal.PtrToStringUTF8((nint)NativeMethods.sg_compiled_version())!;

    private static nint Load()
    {
        var path = Candidates().FirstOrDefault(System.IO.File.Exists)
            ?? throw new NotSupportedException($"{File} is not beside {typeof(ShimLibrary).Assembly.GetName().Name}.dll ({AppContext.BaseDirectory}). {ThreeWays}");
        nint library;
        try
        {
            library = NativeLibrary.Load(path);
        }
        catch (DllNotFoundException e)
        {
            throw new NotSupportedException($"{path} could not be loaded, most likely because the libtorch it was compiled for is gone or has changed: {e.Message.Trim()} {ThreeWays}", e);
        }
        RefuseOtherVersion(path, library);
        return library;
    }

    private static IEnumerable<string> Candidates()
    {
        var beside = Path.GetDirectoryName(typeof(ShimLibrary).Assembly.Location);
        if (!string.IsNullOrEmpty(beside))
            yield return Path.Combine(beside, File);
        yield return Path.Combine(AppContext.BaseDirectory, File);
        yield return Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", File);
    }

    private static void RefuseOtherVersion(string path, nint library)
    {
        var compiled = Text(library, "sg_compiled_version");
        var loaded = LoadedVersion(Text(library, "sg_build_settings"));
        if (loaded is null || SameVersion(compiled, loaded) || Environment.GetEnvironmentVariable("LIBTORCH_BYPASS_VERSION_CHECK") is { Length: > 0 })
            return;
        throw new NotSupportedException(
            $"{path} was compiled for libtorch {compiled}, but libtorch {loaded} was loaded from {Text(library, "sg_libtorch_folder")}. " +
            "Build again, so that the shim is compiled for the libtorch of this machine, or take the other libtorch off LD_LIBRARY_PATH.");
    }

    /// <summary>The version in the build settings that libtorch reports, or null where it reports none.</summary>
    internal static string? LoadedVersion(string settings)
    {
        const string key = "TORCH_VERSION=";
        var start = settings.IndexOf(key, StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += key.Length;
        var end = settings.IndexOfAny([',', ' ', '\n'], start);
        return end < 0 ? settings[start..] : settings[start..end];
    }

    /// <summary>Whether two versions have the same major, minor and patch numbers; suffixes such as +cu128 do not count.</summary>
    internal static bool SameVersion(string one, string other) => Numbers(one).SequenceEqual(Numbers(other));

    private static IEnumerable<string> Numbers(string version) =>
        version.Split('.').Take(3).Select(part => new string([.. part.TakeWhile(char.IsAsciiDigit)]));

    private static string Text(nint library, string function) =>
        Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<byte*>)NativeLibrary.GetExport(library, function))()) ?? "";
}
