#if LIBTORCH
using System.Diagnostics;

namespace ScoreGen.LibTorch.Tests.Loading;

/// <summary>
/// Folders that look like a libtorch, a compiler that writes down what it is asked and gives out the real shim in two parts, and an
/// empty cache: enough for build-shim.sh, in no time.
/// </summary>
internal sealed class StandIn : IDisposable
{
    private const string Compiler = """
        echo "$*" >> "$CALLS"
        [[ -z ${BROKEN:-} ]] || { echo "all.cpp:1: error: $BROKEN" >&2; exit 1; }
        while [[ $1 != -o ]]; do shift; done
        head -c 1000 "$SHIM" > "$2"
        sleep 0.1
        tail -c +1001 "$SHIM" >> "$2"
        """;

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("scoregen-");

    internal StandIn()
    {
        Script(Path("compiler"), Compiler);
        AddLibTorch("libtorch", 2, 5, 1);
    }

    /// <summary>The shim that this program itself runs with.</summary>
    internal static string Shim { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "libscoregen_torch.so");

    internal string[] Compilations => File.Exists(Path("calls")) ? File.ReadAllLines(Path("calls")) : [];

    internal string Path(params string[] parts) => System.IO.Path.Combine([root.FullName, .. parts]);

    public void Dispose() => root.Delete(recursive: true);

    internal void AddLibTorch(string name, int major, int minor, int patch)
    {
        Write("", name, "lib", "libtorch_cpu.so");
        Write("// C++17", name, "include", "ATen", "ATen.h");
        Write($"#define TORCH_VERSION_MAJOR {major}\n#define TORCH_VERSION_MINOR {minor}\n#define TORCH_VERSION_PATCH {patch}\n",
            name, "include", "torch", "csrc", "api", "include", "torch", "version.h");
    }

    internal void Write(string content, params string[] parts)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(parts))!);
        File.WriteAllText(Path(parts), content);
    }

    internal void AddPython(string prints)
    {
        Directory.CreateDirectory(Path("venv", "bin"));
        Script(Path("venv", "bin", "python"), $"echo {prints}");
    }

    /// <summary>Runs build-shim.sh to its end.</summary>
    internal (int Code, string Errors) Build(string output, params (string Name, string Value)[] settings)
    {
        using var process = Start(output, settings);
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }

    /// <summary>Starts build-shim.sh in an environment that says nothing but these settings of where libtorch is.</summary>
    internal Process Start(string output, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("bash", [System.IO.Path.Combine(AppContext.BaseDirectory, "native", "build-shim.sh"), Path(output)]) { RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("LIBTORCH", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        (string, string)[] own = [("CXX", Path("compiler")), ("CALLS", Path("calls")), ("SHIM", Shim), ("XDG_CACHE_HOME", Path("cache")), ("VIRTUAL_ENV", Path("venv"))];
        foreach (var (name, value) in own.Concat(settings))
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static void Script(string path, string content)
    {
        File.WriteAllText(path, $"#!/usr/bin/env bash\n{content}\n".ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
#endif
