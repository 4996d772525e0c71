using System.Diagnostics;

namespace ScoreGen.LibTorch.Tests.Processes;

/// <summary>This assembly as a program, in a process of its own.</summary>
internal static class Child
{
    private static readonly string assembly = typeof(Child).Assembly.GetName().Name!;

    /// <summary>What a program needs to do <see cref="Work"/>.</summary>
    internal static readonly string[] Parts = [$"{assembly}.dll", $"{assembly}.runtimeconfig.json", "ScoreGen.LibTorch.dll", "libscoregen_torch.so"];

    internal static Process Start(string folder, string[] work, params (string Name, string Value)[] environment)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, [Path.Combine(folder, $"{assembly}.dll"), .. work]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    internal static (int Code, string Output, string Errors) Run(string folder, string[] work, params (string Name, string Value)[] environment)
    {
        using var process = Start(folder, work, environment);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
