namespace ScoreGen.Package.Tests;

/// <summary>How a command ended, and all that it said.</summary>
internal sealed record Outcome(string Command, int ExitCode, string Output)
{
    /// <summary>The output of a command that must not fail.</summary>
    public string Succeeded() => ExitCode == 0 ? Output : throw new InvalidOperationException($"dotnet {Command} ended with {ExitCode}:\n{Output}");

    /// <summary>The output of a command that must fail.</summary>
    public string Failed() => ExitCode != 0 ? Output : throw new InvalidOperationException($"dotnet {Command} did not fail:\n{Output}");
}
