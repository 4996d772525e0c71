using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ScoreGen.Generator.Diagnostics;

/// <summary>
/// Where the diagnostics have their pages: the property ScoreGenHelpPages of the project, which the package sets to its own files. Without it
/// a diagnostic has no link.
/// </summary>
/// <param name="Address">An address that ends with a slash, or nothing.</param>
internal sealed record HelpPages(string? Address)
{
    public static HelpPages Of(AnalyzerConfigOptionsProvider options)
        => new(options.GlobalOptions.TryGetValue("build_property.ScoreGenHelpPages", out var address) && address.Length > 0 ? address : null);

    /// <summary>The same diagnostic with a link to its page.</summary>
    public DiagnosticDescriptor Link(DiagnosticDescriptor descriptor) => Address is null
        ? descriptor
        : new(
            descriptor.Id,
            descriptor.Title,
            descriptor.MessageFormat,
            descriptor.Category,
            descriptor.DefaultSeverity,
            descriptor.IsEnabledByDefault,
            descriptor.Description,
            $"{Address}{descriptor.Id}.md",
            [.. descriptor.CustomTags]);
}
