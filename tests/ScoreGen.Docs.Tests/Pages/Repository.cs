using System.Reflection;

namespace ScoreGen.Docs.Tests.Pages;

/// <summary>The files of the checkout that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "artifacts", "TestResults"];

    public static string Folder { get; }
        = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Repository").Value!;

    public static string PathOf(string name) => Path.GetFullPath(Path.Combine(Folder, name));

    public static string Read(string name) => File.ReadAllText(PathOf(name));

    /// <summary>Every page, by its path from the root, with slashes.</summary>
    public static IReadOnlyList<string> Pages { get; }
        = [.. Directories(Folder).SelectMany(folder => Directory.EnumerateFiles(folder, "*.md"))
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(file => !file.Contains(".received.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Directories(string folder)
        => Directory.EnumerateDirectories(folder)
            .Where(child => !Path.GetFileName(child).StartsWith('.') && !NotOurs.Contains(Path.GetFileName(child)))
            .SelectMany(Directories)
            .Prepend(folder);
}
