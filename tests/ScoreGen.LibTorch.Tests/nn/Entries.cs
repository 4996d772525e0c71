namespace ScoreGen.LibTorch.Tests;

/// <summary>The entries of a container whose enumerator is not a collection's.</summary>
internal static class Entries
{
    internal static List<(string, T)> All<T>(IEnumerator<(string, T)> entries)
    {
        var all = new List<(string, T)>();
        while (entries.MoveNext())
            all.Add(entries.Current);
        return all;
    }
}
