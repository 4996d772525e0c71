using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Generator.Model;

/// <summary>
/// An error that the generator itself reports, because no part can be added to the class: the missing <c>forward</c> is then an error of the
/// compiler's, and the compiler runs no analyzer after one.
/// </summary>
internal sealed record ReportedError(string Id, EquatableArray<string> Arguments, string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static bool Covers(Finding finding) => Descriptor(finding.Descriptor.Id) is not null;

    public static ReportedError Of(Finding finding)
    {
        var place = finding.Location.GetLineSpan();
        return new ReportedError(
            finding.Descriptor.Id,
            finding.Arguments.Select(argument => argument.ToString()).ToEquatableArray(),
            place.Path ?? "",
            finding.Location.SourceSpan,
            place.Span);
    }

    /// <summary>
    /// In the file itself, not only at a path and a span: #pragma counts there, and where an analyzer reports the same, the compiler shows it
    /// once.
    /// </summary>
    public Diagnostic ToDiagnostic(Compilation compilation)
        => Diagnostic.Create(Descriptor(Id)!, Place(compilation), Arguments.Cast<object>().ToArray());

    private Location Place(Compilation compilation)
    {
        if (Path.Length == 0)
        {
            return Location.None;
        }

        var file = compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == Path && Span.End <= tree.Length);
        return file is null ? Location.Create(Path, Span, Lines) : Location.Create(file, Span);
    }

    private static DiagnosticDescriptor? Descriptor(string id)
        => new[] { Descriptors.NotPartial, Descriptors.CannotExtend, Descriptors.NoTorchSharp }.FirstOrDefault(descriptor => descriptor.Id == id);
}
