using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting;

/// <summary>
/// The names of emitted files: the full metadata name, so that two classes never share one. The compiler compares them without
/// regard to case and a disk limits their length; where that matters, a hash of the exact name is added.
/// </summary>
internal static class HintNames
{
    private const int LongestReadable = 120;

    /// <param name="name">The full metadata name of the class.</param>
    /// <param name="twins">The names that differ from another one in case only.</param>
    public static string Of(string name, EquatableArray<string> twins)
    {
        if (name.Length <= LongestReadable && !twins.Contains(name))
        {
            return name + ".g.cs";
        }

        var readable = name.Length <= LongestReadable ? name : name.Substring(0, LongestReadable);
        return string.Format(CultureInfo.InvariantCulture, "{0}-{1:x16}.g.cs", readable, Hash(name));
    }

    /// <summary>The names that differ from another one in case only.</summary>
    public static EquatableArray<string> Twins(IEnumerable<string> names, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(spellings => spellings.Skip(1).Any())
            .SelectMany(spellings => spellings)
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    /// <summary>FNV-1a: the same on every host and in every process.</summary>
    public static ulong Hash(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in name)
        {
            hash = unchecked((hash ^ character) * 1099511628211UL);
        }

        return hash;
    }
}
