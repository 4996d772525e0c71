using System.Diagnostics;

namespace ScoreGen.Package.Tests;

/// <summary>Runs the dotnet command as a user would, in a folder of its own.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>What this test run says to MSBuild, to NuGet and to torch, and no user would.</summary>
    private static readonly string[] NotInherited = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly", "TorchDevice", "CI", "NUGET_PACKAGES"];

    public static async Task<Outcome> Run(string folder, params string[] arguments)
    {
        using var process = Process.Start(Command(folder, arguments))!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token) + await errors;
            await process.WaitForExitAsync(patience.Token);
            return new Outcome(string.Join(' ', arguments), process.ExitCode, output);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    public static ProcessStartInfo Command(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in NotInherited)
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        // Threads that wait for each other wait long on a machine that runs other tests beside.
        start.Environment["OMP_NUM_THREADS"] = "1";
        // Nodes that stay would hold the output open, and with it the wait for its end.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        return start;
    }
}
