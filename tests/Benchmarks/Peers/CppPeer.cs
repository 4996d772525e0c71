using System.Diagnostics;

namespace Benchmarks.Peers;

/// <summary>Compiles the C++ peer against the system's libtorch, once for each version of its source.</summary>
internal static class CppPeer
{
    /// <summary>The compiled program; null where the machine has no compiler or no libtorch headers where a system installs them.</summary>
    public static string? Build(string source, string folder)
    {
        const string headers = "/usr/include/torch/csrc/api/include";
        if (!Directory.Exists(headers))
        {
            return null;
        }

        Directory.CreateDirectory(folder);
        var hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(source)))[..16];
        var program = Path.Combine(folder, $"cpp_peer-{hash}");
        if (File.Exists(program))
        {
            return program;
        }

        var draft = program + ".tmp";
        string[] arguments = ["-O2", "-std=c++17", "-I" + headers, source, "-ltorch", "-ltorch_cpu", "-lc10", "-o", draft];
        try
        {
            using var compiler = Process.Start(new ProcessStartInfo("g++", arguments))!;
            compiler.WaitForExit();
            if (compiler.ExitCode != 0)
            {
                return null;
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }

        File.Move(draft, program, overwrite: true);
        return program;
    }
}
