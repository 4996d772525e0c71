using System.Diagnostics;

namespace ScoreGen.Package.Tests;

/// <summary>
/// The bridge to an old libstdc++, for libraries that ask of it what they are told to ask: a version that no machine has, so that this tests the same on all of
/// them. Linux only, with gcc.
/// </summary>
public sealed class BridgeTests : IDisposable
{
    private const string Function = "_ZSt21ios_base_library_initv";

    private static readonly string Script = Path.Combine(Build.Repository, "runtime", "libstdcxx", "libstdcxx-bridge.sh");

    private readonly string folder = Directory.CreateTempSubdirectory("bridge").FullName;

    private string Bridge => Path.Combine(folder, "made", "libstdc++.so.6");

    [LinuxFact]
    public async Task NothingIsMadeWhereNothingIsMissing()
    {
        var library = await Library("GLIBCXX_3.4", "_ZNSt8ios_base4InitC1Ev");

        Assert.Equal((0, ""), await Run(Script, library, Path.GetDirectoryName(Bridge)!));
        Assert.False(Directory.Exists(Path.GetDirectoryName(Bridge)));
    }

    [LinuxFact]
    public async Task TheOneFunctionIsBridged()
    {
        var library = await Library("GLIBCXX_3.4.999", Function);
        Assert.Contains("GLIBCXX_3.4.999", (await Run("ldd", library)).Output);

        Assert.Equal((0, ""), await Run(Script, library, Path.GetDirectoryName(Bridge)!));

        Assert.DoesNotContain("GLIBCXX", (await Run("env", $"LD_LIBRARY_PATH={Path.GetDirectoryName(Bridge)}", "ldd", "-r", library)).Output);
        var (status, version) = await Run("env", $"LD_LIBRARY_PATH={Path.GetDirectoryName(Bridge)}", "dotnet", "--version");
        Assert.True(status == 0, version);
        Assert.Equal([Bridge], Directory.GetFileSystemEntries(Path.GetDirectoryName(Bridge)!));
    }

    [LinuxFact]
    public async Task WhateverElseIsMissingIsRefusedByName()
    {
        var library = await Library("GLIBCXX_3.4.999", "_ZSt7unknownv");

        var (status, output) = await Run(Script, library, Path.GetDirectoryName(Bridge)!);

        Assert.NotEqual(0, status);
        Assert.Contains("libstdcxx-bridge.sh : error : this machine's libstdc++ (", output);
        Assert.Contains("lacks what TorchSharp needs (GLIBCXX_3.4.999: _ZSt7unknownv)", output);
        Assert.False(File.Exists(Bridge));
    }

    private sealed class LinuxFactAttribute : FactAttribute
    {
        public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "other systems have no libstdc++.so.6";
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A library that needs one function of libstdc++.so.6 in one version.</summary>
    private async Task<string> Library(string version, string function)
    {
        var library = Path.Combine(folder, "libLibTorchSharp.so");
        File.WriteAllText(Path.Combine(folder, "wanted.c"), $"void {function}(void) {{}}");
        File.WriteAllText(Path.Combine(folder, "versions"), $"{version} {{ {function}; }};");
        File.WriteAllText(Path.Combine(folder, "wanting.c"), $"extern void {function}(void); void call(void) {{ {function}(); }}");
        var stub = Path.Combine(folder, "stub.so");
        Assert.Equal((0, ""), await Run("gcc", "-shared", "-fPIC", "-nostdlib", "-o", stub, Path.Combine(folder, "wanted.c"), "-Wl,-soname,libstdc++.so.6", $"-Wl,--version-script={Path.Combine(folder, "versions")}"));
        Assert.Equal((0, ""), await Run("gcc", "-shared", "-fPIC", "-nostdlib", "-o", library, Path.Combine(folder, "wanting.c"), stub));
        return library;
    }

    private static async Task<(int Status, string Output)> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("LD_LIBRARY_PATH");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
