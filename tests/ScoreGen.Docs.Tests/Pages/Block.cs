namespace ScoreGen.Docs.Tests.Pages;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">What stands behind the fence, such as <c>csharp</c>; empty where nothing does.</param>
/// <param name="Mark">The comment on the line above it, which says what its code is part of; empty where there is none.</param>
/// <param name="Code">The lines between the fences.</param>
/// <param name="Line">The line of its first fence, from 1.</param>
internal sealed record Block(string Language, string Mark, string Code, int Line)
{
    /// <summary>What stands behind a word that the mark begins with; null where it does not.</summary>
    public string? Marked(string word) => Mark.StartsWith(word, StringComparison.Ordinal) ? Mark[word.Length..].Trim() : null;
}
