#if LIBTORCH
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using ScoreGen.LibTorch.Tests.Processes;

namespace ScoreGen.LibTorch.Tests.Loading;

/// <summary>Programs that meet another libtorch than the one that their shim was compiled for: each ends with an exception that names it.</summary>
public sealed partial class OtherLibTorchTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scoregen-").FullName;
    private readonly string shim;

    public OtherLibTorchTests()
    {
        foreach (var part in Child.Parts)
            File.Copy(Path.Combine(AppContext.BaseDirectory, part), Path.Combine(folder, part));
        shim = Path.Combine(folder, "libscoregen_torch.so");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public unsafe void A_shim_for_another_version_is_refused_unless_one_insists()
    {
        var version = Marshal.PtrToStringUTF8((nint)NativeMethods.sg_compiled_version())!;
        Replace($"\0{version}\0", $"\09{version[1..]}\0");
        Refuses($"was compiled for libtorch 9{version[1..]}, but libtorch {ShimLibrary.TorchVersion} was loaded from /", shim, "Build again");

        var (code, output, errors) = Child.Run(folder, ["add"], ("LIBTORCH_BYPASS_VERSION_CHECK", "1"));
        Assert.True(code == 0, errors);
        Assert.StartsWith("4 on libtorch", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_libtorch_that_is_gone_is_missed_by_name()
    {
        var gone = Unlinked();
        Refuses($"{shim} could not be loaded", gone, "LIBTORCH_USE_PYTORCH=1");
    }

    [Fact]
    public void A_libtorch_that_lacks_what_the_shim_calls_is_refused()
    {
        var other = Path.Combine(folder, Unlinked());
        File.Copy(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.so"), other);
        Refuses($"{shim} could not be loaded", "undefined symbol", "Build again");
    }

    [Fact]
    public void A_program_without_a_shim_says_what_to_do()
    {
        File.Delete(shim);
        Refuses("libscoregen_torch.so is not beside ScoreGen.LibTorch.dll", "apt-get install libtorch-dev");
    }

    [Fact]
    public void A_shim_that_is_no_library_is_refused()
    {
        File.WriteAllText(shim, "version https://git-lfs.github.com/spec/v1");
        Refuses($"{shim} could not be loaded", "Build again");
    }

    private void Refuses(params string[] parts)
    {
        var (code, output, errors) = Child.Run(folder, ["add"], ("LD_LIBRARY_PATH", folder), ("LIBTORCH_BYPASS_VERSION_CHECK", ""));
        Assert.NotEqual(0, code);
        Assert.Equal("", output);
        Assert.Contains("Unhandled exception. System.NotSupportedException", errors, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.Contains(part, errors, StringComparison.Ordinal));
    }

    /// <summary>Lets the shim ask for a library that is nowhere, and says which.</summary>
    private string Unlinked()
    {
        var name = Library().Match(Encoding.Latin1.GetString(File.ReadAllBytes(shim))).Value;
        var gone = name.Replace("torch", "t0rch", StringComparison.Ordinal);
        Replace(name, gone);
        return gone;
    }

    private void Replace(string old, string other)
    {
        var content = Encoding.Latin1.GetString(File.ReadAllBytes(shim));
        Assert.Contains(old, content, StringComparison.Ordinal);
        File.WriteAllBytes(shim, Encoding.Latin1.GetBytes(content.Replace(old, other, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"libtorch_cpu\.so[.0-9]*")]
    private static partial Regex Library();
}
#endif
