using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>
/// Whether an emitted member overrides that of an annotated base class, or hides another one, which needs <c>new</c>: the compiler warns of a missing one
/// and of an idle one.
/// </summary>
internal sealed class Hiding(DepthParse parse, Compilation compilation)
{
    public Companion Companion(string name)
    {
        var isStatic = name == EmittedNames.Depth;
        var isVirtual = !isStatic && !parse.Type.IsSealed;
        for (var current = parse.Type.BaseType; current is not null; current = current.BaseType)
        {
            if (IsEmittedInto(current, name))
            {
                return new Companion(name, Overrides: !isStatic, Hides: isStatic, isVirtual);
            }

            if (current.GetMembers(name).Any(member => IsHidden(member, name)))
            {
                return new Companion(name, Overrides: false, Hides: true, isVirtual);
            }
        }

        return new Companion(name, Overrides: false, Hides: false, isVirtual);
    }

    /// <summary>An annotated base has the member as well; one of this compilation gets it, although it cannot be seen yet.</summary>
    private bool IsEmittedInto(INamedTypeSymbol type, string name)
        => parse.Inherited.Contains(name) && DepthParser.FindAttribute(type) is not null && (type.DeclaringSyntaxReferences.Length > 0 || !type.GetMembers(name).IsEmpty);

    private bool IsHidden(ISymbol member, string name)
        => compilation.IsSymbolAccessibleWithin(member, parse.Type)
            && (name == EmittedNames.Depth || member is not IMethodSymbol method || HasSignatureOf(method, name));

    private bool HasSignatureOf(IMethodSymbol method, string name)
    {
        if (parse.Module is not { } module || method.Arity > 0)
        {
            return false;
        }

        ITypeSymbol integer = compilation.GetSpecialType(SpecialType.System_Int32);
        IEnumerable<ITypeSymbol?> types = module.TypeArguments.RemoveAt(module.Arity - 1);
        types = name switch
        {
            EmittedNames.ForwardSteps => types.Prepend(integer),
            EmittedNames.ForwardSchedule => types.Prepend(compilation.CreateArrayTypeSymbol(compilation.GetSpecialType(SpecialType.System_Double))),
            EmittedNames.ForwardUntil or EmittedNames.Spectrum => types.Append(integer),
            EmittedNames.Solve => types.Append(compilation.GetTypeByMetadataName("ScoreGen.EquilibriumReport")),
            _ => types,
        };
        var passesLastByReference = method.Parameters.Length > 0 && method.Parameters[method.Parameters.Length - 1].RefKind != RefKind.None;
        return passesLastByReference == (name is EmittedNames.ForwardUntil or EmittedNames.Solve)
            && method.Parameters.Select(parameter => parameter.Type).SequenceEqual(types, SymbolEqualityComparer.Default);
    }
}
