using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Whether an emitted member hides one of a base class, and so needs <c>new</c>: the compiler warns of a missing one and of an idle one.</summary>
internal sealed class Hiding(DepthParse parse, Compilation compilation)
{
    public bool Hides(string name)
    {
        for (var current = parse.Type.BaseType; current is not null; current = current.BaseType)
        {
            if (IsWritten(current) || current.GetMembers(name).Any(member => IsHidden(member, name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An annotated base gets the member as well, although this compilation cannot see it yet.</summary>
    private static bool IsWritten(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences.Length > 0 && DepthParser.FindAttribute(type) is not null;

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
        IEnumerable<ITypeSymbol> types = module.TypeArguments.RemoveAt(module.Arity - 1);
        types = name switch
        {
            EmittedNames.ForwardSteps => types.Prepend(integer),
            EmittedNames.ForwardUntil => types.Append(integer),
            _ => types,
        };
        var passesLastByReference = method.Parameters.Length > 0 && method.Parameters[method.Parameters.Length - 1].RefKind != RefKind.None;
        return passesLastByReference == (name == EmittedNames.ForwardUntil)
            && method.Parameters.Select(parameter => parameter.Type).SequenceEqual(types, SymbolEqualityComparer.Default);
    }
}
