namespace ScoreGen.Analyzers;

/// <summary>Counts in words.</summary>
internal static class Times
{
    public static string Of(int count) => count == 1 ? "once" : $"{count} times";
}
