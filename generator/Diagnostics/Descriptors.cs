using Microsoft.CodeAnalysis;

namespace ScoreGen.Generator.Diagnostics;

/// <summary>Every diagnostic of ScoreGen, in one place. Ids are public API.</summary>
internal static partial class Descriptors
{
    private static DiagnosticDescriptor Create(
        string id,
        string category,
        DiagnosticSeverity severity,
        string title,
        string message,
        string description,
        bool isOn = true)
        => new(id, title, message, category, severity, isOn, description, helpLinkUri: null, Tags(severity));

    /// <summary>Nothing silences an error: there is no forward pass to go on with.</summary>
    private static string[] Tags(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Error ? [WellKnownDiagnosticTags.NotConfigurable] : [];
}
