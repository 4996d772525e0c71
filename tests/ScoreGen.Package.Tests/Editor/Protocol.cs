using System.Text.Json.Serialization;

namespace ScoreGen.Package.Tests.Editor;

/// <summary>A place in a document; both count from 0.</summary>
internal sealed record Position(int Line, int Character);

/// <summary>From one place to another.</summary>
internal sealed record Range(Position Start, Position End);

/// <summary>Where a symbol is declared.</summary>
internal sealed record Location(Uri Uri, Range Range);

/// <summary>What an editor underlines.</summary>
internal sealed record Diagnostic(string Code, CodeDescription? CodeDescription, string Message, Range Range);

/// <summary>The page that explains a diagnostic.</summary>
internal sealed record CodeDescription(Uri Href);

/// <summary>All that is underlined in one document.</summary>
internal sealed record PublishedDiagnostics(Uri Uri, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>What an editor shows under the pointer.</summary>
internal sealed record Hover(Markup Contents);

/// <summary>Text in Markdown.</summary>
internal sealed record Markup(string Value);

/// <summary>A line of the server's log.</summary>
internal sealed record LogMessage(string Message);

/// <summary>The names of settings that the server asks for.</summary>
internal sealed record ConfigurationRequest(IReadOnlyList<ConfigurationItem> Items);

/// <summary>The name of a group of settings.</summary>
internal sealed record ConfigurationItem(string? Section);

/// <summary>The settings of csharp-ls.</summary>
internal sealed record ServerSettings([property: JsonPropertyName("analyzersEnabled")] bool AnalyzersEnabled);
