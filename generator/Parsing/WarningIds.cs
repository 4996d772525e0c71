using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>
/// The ids of the warnings and errors that <c>[Obsolete]</c> and <c>[Experimental]</c> on what the user wrote would bring into the emitted file, where nobody could
/// accept them.
/// </summary>
internal static class WarningIds
{
    public static EquatableArray<string> Of(DepthParse parse)
    {
        var used = new HashSet<ISymbol>(parse.StepSources, SymbolEqualityComparer.Default);
        used.UnionWith(parse.SteeringMembers.Select(member => member.Symbol));
        foreach (var member in parse.Members)
        {
            used.Add(member.Symbol);
            AddType(TypeOf(member.Symbol), used);
        }

        foreach (var type in parse.Module?.TypeArguments ?? ImmutableArray<ITypeSymbol>.Empty)
        {
            AddType(type, used);
        }

        return used.SelectMany(Ids).Distinct().OrderBy(id => id, StringComparer.Ordinal).ToEquatableArray();
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>A type, those around it and in it, and the assemblies that they come from; a type that does not exist comes from none.</summary>
    private static void AddType(ITypeSymbol? type, HashSet<ISymbol> used)
    {
        foreach (var part in type is null ? [] : TypeNames.Parts(type))
        {
            used.Add(part);
            if (part.ContainingAssembly is { } assembly)
            {
                used.Add(assembly);
            }
        }
    }

    private static IEnumerable<string> Ids(ISymbol symbol)
    {
        foreach (var mark in symbol.GetAttributes())
        {
            if (IdOf(mark) is { } id && SyntaxFacts.IsValidIdentifier(id))
            {
                yield return id;
            }
        }
    }

    /// <summary>An assembly has dozens of marks, and the full name is dear: it is asked for where the simple one fits.</summary>
    private static string? IdOf(AttributeData mark) => mark.AttributeClass?.Name is not ("ObsoleteAttribute" or "ExperimentalAttribute") ? null : mark.AttributeClass.ToDisplayString() switch
    {
        "System.ObsoleteAttribute" => mark.NamedArguments.FirstOrDefault(argument => argument.Key == "DiagnosticId").Value.Value as string,
        "System.Diagnostics.CodeAnalysis.ExperimentalAttribute" => mark.ConstructorArguments.FirstOrDefault().Value as string,
        _ => null,
    };
}
