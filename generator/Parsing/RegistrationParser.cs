using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Settles which weights of each step's own can be counted as soon as the class registers its components.</summary>
internal static class RegistrationParser
{
    private const string Method = "RegisterComponents";

    /// <summary>Null where there is nothing to count, or the user's own code registers.</summary>
    public static Registration? Of(DepthParse parse)
    {
        if (!parse.Phases.Any(phase => phase.Block.HasIndex))
        {
            return null;
        }

        var members = Lists(parse).Where(IsStored).Select(member => member.Name).Distinct().ToEquatableArray();
        return members.Count > 0 && CanOverride(parse.Type) ? new Registration(members, parse.Type.IsSealed ? null : TypeShell.SelfName(parse.Type)) : null;
    }

    private static IEnumerable<ISymbol> Lists(DepthParse parse)
        => parse.Members.Zip(parse.Phases, (member, phase) => phase.Block.Kind == BlockKind.ModuleList ? member.Symbol : null)
            .OfType<ISymbol>()
            .Concat(parse.StepSources);

    /// <summary>A property that computes its value may need what a base class, which registers first, does not have yet.</summary>
    private static bool IsStored(ISymbol member)
        => member is IFieldSymbol || (member is IPropertySymbol property && BlockParser.BackingField(property) is not null);

    private static bool CanOverride(INamedTypeSymbol type)
    {
        if (!type.GetMembers(Method).IsEmpty)
        {
            return false;
        }

        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(Method) is { IsEmpty: false } members)
            {
                return members.All(member => member is IMethodSymbol
                {
                    DeclaredAccessibility: Accessibility.Protected,
                    IsSealed: false,
                    Arity: 0,
                    ReturnsVoid: true,
                    Parameters.IsEmpty: true,
                } method && (method.IsVirtual || method.IsOverride));
            }
        }

        return false;
    }
}
