using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Diagnostics;

/// <summary>What the parser found wrong, where, and in which words.</summary>
internal sealed class Finding(DiagnosticDescriptor descriptor, Location location, ImmutableDictionary<string, string?> properties, params object[] arguments)
{
    private readonly EquatableArray<string> arguments = arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture)).ToEquatableArray();

    public Finding(DiagnosticDescriptor descriptor, Location location, params object[] arguments)
        : this(descriptor, location, ImmutableDictionary<string, string?>.Empty, arguments)
    {
    }

    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    public Location Location { get; } = location;

    /// <summary>Where else a fix has to look or to write.</summary>
    public IReadOnlyList<Location> Places { get; init; } = [];

    /// <summary>The diagnostic of an analyzer.</summary>
    public Diagnostic ToDiagnostic(HelpPages help) => Diagnostic.Create(help.Link(Descriptor), Location, Places, properties, [.. arguments]);

    /// <summary>The same as the generator reports it.</summary>
    public DiagnosticInfo ToError() => new(Descriptor, arguments, Location.SourceTree, Location.SourceSpan);

    public override string ToString()
        => $"{Descriptor.Id}: {string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), [.. arguments])}";
}
