using System.Collections.Generic;
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
        var types = parse.Module?.TypeArguments.AsEnumerable() ?? [];
        var marked = parse.Members.Select(member => member.Symbol).Concat(parse.SteeringMembers.Select(member => member.Symbol)).Concat(parse.StepSources).Concat(types.SelectMany(Parts)).Concat(parse.Members.SelectMany(member => Parts(TypeOf(member.Symbol))));
        return marked.OfType<ISymbol>()
            .SelectMany(symbol => symbol.GetAttributes())
            .Select(IdOf)
            .OfType<string>()
            .Where(SyntaxFacts.IsValidIdentifier)
            .Distinct()
            .OrderBy(id => id, System.StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>A type, those around it and in it, and the assembly that it comes from; a type that does not exist comes from none.</summary>
    private static IEnumerable<ISymbol?> Parts(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parts).Concat(Parts(named.ContainingType)).Append(named).Append(named.ContainingAssembly),
        _ => [],
    };

    /// <summary>An assembly has dozens of marks, and the full name is dear: it is asked for where the simple one fits.</summary>
    private static string? IdOf(AttributeData mark) => mark.AttributeClass?.Name is not ("ObsoleteAttribute" or "ExperimentalAttribute") ? null : mark.AttributeClass.ToDisplayString() switch
    {
        "System.ObsoleteAttribute" => mark.NamedArguments.FirstOrDefault(argument => argument.Key == "DiagnosticId").Value.Value as string,
        "System.Diagnostics.CodeAnalysis.ExperimentalAttribute" => mark.ConstructorArguments.FirstOrDefault().Value as string,
        _ => null,
    };
}
