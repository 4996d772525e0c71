using System.Text.RegularExpressions;
using Spectre.Console;

namespace Quickstart;

/// <summary>The forward pass that the compiler wrote for <see cref="SharedDepth"/>, its names as they are with usings.</summary>
public static partial class GeneratedPass
{
    private static readonly string FileName = $"{typeof(SharedDepth).FullName}.g.cs";

    /// <summary>The source of <c>forward</c>, as it lies beside the program.</summary>
    /// <exception cref="InvalidDataException">The emitted file holds no forward pass.</exception>
    public static string Read() => Extract(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "generated", FileName)));

    /// <summary>Shows it, comments set off.</summary>
    public static void Write(IAnsiConsole console, string source)
    {
        foreach (var line in source.Split('\n'))
        {
            console.Write(new Text(line + "\n", line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? new Style(Color.Green) : Style.Plain));
        }
    }

    [GeneratedRegex(@"global::(TorchSharp\.torch|ScoreGen\.Emitted)\.")]
    private static partial Regex Qualification();

    /// <summary>The method without its indentation, from its signature to its closing brace.</summary>
    private static string Extract(string file)
    {
        var lines = file.Split('\n');
        var start = Array.FindIndex(lines, line => line.Contains(" override ", StringComparison.Ordinal) && line.Contains(" forward(", StringComparison.Ordinal));
        if (start < 0)
        {
            throw new InvalidDataException($"{FileName} holds no forward pass.");
        }

        var indent = lines[start].Length - lines[start].TrimStart().Length;
        var end = Array.IndexOf(lines, new string(' ', indent) + "}", start);
        return Qualification().Replace(string.Join('\n', lines[start..(end + 1)].Select(line => line.Length > indent ? line[indent..] : "")), "");
    }
}
