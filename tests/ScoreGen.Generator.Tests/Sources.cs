using System.Reflection;

namespace ScoreGen.Generator.Tests;

/// <summary>The sample classes that the suite generates for: the files of the folder Sources.</summary>
internal static class Sources
{
    private static readonly Assembly Assembly = typeof(Sources).Assembly;

    public static IReadOnlyList<string> Names { get; } = [.. Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)];

    public static TheoryData<string> All => [.. Names];

    public static string Text(string name)
    {
        using var stream = Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"The folder Sources has no {name}.cs.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
