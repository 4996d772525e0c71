using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ScoreGen.Generator.Diagnostics;

/// <summary>What the parser found wrong, where, and in which words.</summary>
internal sealed class Finding(DiagnosticDescriptor descriptor, Location location, ImmutableDictionary<string, string?> properties, params object[] arguments)
{
    public Finding(DiagnosticDescriptor descriptor, Location location, params object[] arguments)
        : this(descriptor, location, ImmutableDictionary<string, string?>.Empty, arguments)
    {
    }

    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    public Location Location { get; } = location;

    public object[] Arguments { get; } = arguments;

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location, properties, Arguments);

    public override string ToString()
        => $"{Descriptor.Id}: {string.Format(System.Globalization.CultureInfo.InvariantCulture, Descriptor.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture), Arguments)}";
}
