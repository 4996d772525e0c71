using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Generator.Model;

/// <summary>
/// An error that no setting silences, because no forward pass can be written. Its place is in the file itself, not only at a path: an editor reports
/// the same from the analyzers, and the compiler shows two that are equal once.
/// </summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, EquatableArray<string> Arguments, SyntaxTree? File, TextSpan Span)
{
    public Diagnostic ToDiagnostic(HelpPages help)
        => Diagnostic.Create(help.Link(Descriptor), File is null ? Location.None : Location.Create(File, Span), [.. Arguments]);
}
