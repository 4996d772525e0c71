using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Generator.Parsing;

/// <summary>The language that emitted code is written in.</summary>
internal static class Language
{
    /// <summary>The version of C# that the project asks for, where it is too old for emitted code; null where it is not.</summary>
    public static string? WhyTooOld(Compilation compilation)
        => ((CSharpCompilation)compilation).LanguageVersion is var version && version < LanguageVersion.CSharp9 ? version.ToDisplayString() : null;
}
