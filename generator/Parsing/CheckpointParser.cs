using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Generator.Parsing;

/// <summary>
/// Refuses <c>Backprop = Checkpoint</c> where a context has tensors inside: the backward pass computes a step again from its inputs, and can send gradients
/// on only into those that are tensors themselves.
/// </summary>
internal static class CheckpointParser
{
    private const int Deepest = 8;

    public static void Parse(DepthParse parse, CancellationToken cancellation)
    {
        if (parse.Settings?.Backprop != Backprop.Checkpoint || parse.Module is not { } module)
        {
            return;
        }

        var arguments = new DepthArguments(parse.Attribute, cancellation);
        foreach (var (type, parameter) in module.TypeArguments.Zip(parse.Signature.Parameters, (type, parameter) => (type, parameter)))
        {
            if (!TorchTypes.IsTensorOrDerived(type) && Holds(type, Deepest, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default)))
            {
                parse.Report(
                    Descriptors.Excluding,
                    arguments.Location("Backprop"),
                    "Backprop = Checkpoint",
                    $"the context '{parameter.Name}' of type {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}",
                    "backward(inputs) and autograd.grad would not find the tensors inside it; give each to the block as a context of its own, a Tensor, or use Full");
            }
        }
    }

    /// <summary>Whether a value of a type has tensors inside. The weights of a module are not meant: they get their gradients wherever they are.</summary>
    private static bool Holds(ITypeSymbol? type, int depth, HashSet<ITypeSymbol> seen)
    {
        if (type is null || depth == 0 || type.TypeKind == TypeKind.Delegate || TorchTypes.IsModule(type) || !seen.Add(type))
        {
            return false;
        }

        return type switch
        {
            IArrayTypeSymbol array => Holds(array.ElementType, depth - 1, seen),
            INamedTypeSymbol named => TorchTypes.IsTensorOrDerived(named)
                || named.TypeArguments.Any(argument => Holds(argument, depth - 1, seen))
                || (!IsOfTheFramework(named) && Fields(named).Any(field => Holds(field, depth - 1, seen))),
            _ => false,
        };
    }

    private static IEnumerable<ITypeSymbol> Fields(INamedTypeSymbol type)
    {
        for (var current = type; current is not null && !IsOfTheFramework(current); current = current.BaseType)
        {
            foreach (var field in current.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst))
            {
                yield return field.Type;
            }
        }
    }

    private static bool IsOfTheFramework(INamedTypeSymbol type)
        => type.SpecialType != SpecialType.None || type.ContainingNamespace is { } space && space.ToDisplayString() is { } name && (name == "System" || name.StartsWith("System.", System.StringComparison.Ordinal));
}
