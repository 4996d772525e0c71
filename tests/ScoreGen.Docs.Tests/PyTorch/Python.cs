using System.ComponentModel;
using System.Diagnostics;

namespace ScoreGen.Docs.Tests.PyTorch;

/// <summary>Runs the system's Python.</summary>
internal static class Python
{
    public const string Program = "/usr/bin/python3";

    /// <summary>Its exit code, what it printed, and what it said of errors; where there is no Python, code 127.</summary>
    public static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // TorchSharp's libraries are not PyTorch's.
        start.Environment.Remove("LD_LIBRARY_PATH");
        try
        {
            using var python = Process.Start(start)!;
            var errors = python.StandardError.ReadToEndAsync();
            var output = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            return (python.ExitCode, output, errors.Result);
        }
        catch (Win32Exception problem)
        {
            return (127, "", problem.Message);
        }
    }

    /// <summary>What it prints; a failure ends the test.</summary>
    public static string Said(params string[] arguments)
    {
        var (code, output, errors) = Run(arguments);
        Assert.True(code == 0, errors);
        return output;
    }
}
