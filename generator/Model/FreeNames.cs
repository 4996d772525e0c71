using System;
using System.Collections.Generic;
using System.Linq;

namespace ScoreGen.Generator.Model;

/// <summary>Names for emitted members, parameters and locals that give way to those that are taken.</summary>
internal static class FreeNames
{
    /// <summary>The wanted name, with underscores behind it until it is free: a number would run into the numbered names of a prefix.</summary>
    public static string Find(string wanted, IEnumerable<string> taken)
    {
        var name = wanted;
        while (taken.Contains(name))
        {
            name += "_";
        }

        return name;
    }

    /// <summary>Such a name, which is taken from then on.</summary>
    public static string Take(string wanted, HashSet<string> taken)
    {
        var name = Find(wanted, taken);
        taken.Add(name);
        return name;
    }

    /// <summary>A prefix such that neither it nor it with a number behind it is taken.</summary>
    public static string TakePrefix(string wanted, HashSet<string> taken)
    {
        var prefix = wanted;
        while (taken.Any(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.Skip(prefix.Length).All(char.IsDigit)))
        {
            prefix += "_";
        }

        taken.Add(prefix);
        return prefix;
    }
}
