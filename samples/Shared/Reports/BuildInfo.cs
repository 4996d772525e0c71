using System.Reflection;

namespace Samples.Reports;

/// <summary>Which program made a result: its version and the git commit, as the build recorded them.</summary>
/// <param name="Version">The version.</param>
/// <param name="Commit">The commit, or "unknown" where it was not built from a repository.</param>
public sealed record BuildInfo(string Version, string Commit)
{
    /// <summary>What the build wrote into an assembly.</summary>
    public static BuildInfo Of(Assembly assembly)
    {
        var recorded = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        var parts = recorded.Split('+', 2);
        return new BuildInfo(parts[0], parts.Length == 2 ? parts[1] : "unknown");
    }
}
