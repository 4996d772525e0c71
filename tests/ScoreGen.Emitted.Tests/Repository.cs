using System.Reflection;

namespace ScoreGen.Emitted.Tests;

/// <summary>Where the files of the repository are; the path of a source file would not tell, a deterministic build replaces it.</summary>
internal static class Repository
{
    public static string Folder { get; }
        = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Repository").Value!;
}
