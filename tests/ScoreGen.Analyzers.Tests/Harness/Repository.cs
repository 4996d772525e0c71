using System.Reflection;

namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string Folder
        = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Repository").Value!;

    public static string PathOf(string name) => Path.Combine(Folder, name);

    public static string Read(string name) => File.ReadAllText(PathOf(name));
}
