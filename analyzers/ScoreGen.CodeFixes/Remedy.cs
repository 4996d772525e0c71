using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace ScoreGen.CodeFixes;

/// <summary>Puts the edits that mend a diagnostic into the files that they concern; false where there is no safe way.</summary>
internal delegate Task<bool> Mend(ChangedFiles files, Diagnostic diagnostic);

/// <summary>A way to mend a diagnostic.</summary>
/// <param name="Key">What tells it from other ways, so that many diagnostics are mended in the same one.</param>
/// <param name="Title">What the editor offers.</param>
/// <param name="Mend">The edits.</param>
internal sealed record Remedy(string Key, string Title, Mend Mend)
{
    public Remedy(string title, Mend mend)
        : this(title, title, mend)
    {
    }
}
