using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>The assemblies that a project references under an alias alone: <c>global::</c> does not reach their types.</summary>
internal static class ExternAliases
{
    /// <summary>The alias of an assembly; null where <c>global::</c> reaches it.</summary>
    public static string? Of(IAssemblySymbol? assembly, Compilation compilation)
        => assembly is not null
            && compilation.GetMetadataReference(assembly)?.Properties.Aliases is { IsDefaultOrEmpty: false } aliases
            && !aliases.Contains(MetadataReferenceProperties.GlobalAlias)
            ? aliases[0]
            : null;

    /// <summary>Those that types and what they are made of need. TorchSharp's own need none, or the class is refused.</summary>
    public static EquatableArray<string> Of(IEnumerable<ITypeSymbol> types, Compilation compilation)
        => types.All(TorchTypes.IsTensor) ? EquatableArray<string>.Empty : types.SelectMany(TypeNames.Parts)
            .Where(type => !TorchTypes.IsOfTorchSharp(type))
            .Select(type => Of(type.ContainingAssembly, compilation))
            .OfType<string>()
            .Select(TypeNames.Escape)
            .Distinct()
            .OrderBy(alias => alias, System.StringComparer.Ordinal)
            .ToEquatableArray();
}
