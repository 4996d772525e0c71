using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;
using ScoreGen.Numerics;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads <c>[ScoreCarry]</c>: the memory that a block hands on from step to step.</summary>
internal static class CarryParser
{
    /// <summary>What is wrong with the parameters of a method that have the mark; null where nothing is.</summary>
    public static string? WhyUnfit(IReadOnlyList<IParameterSymbol> marked)
    {
        if (marked.Count == 0)
        {
            return null;
        }

        var memory = marked[0];
        return marked.Count > 1 ? $"[ScoreCarry] stands on '{marked[1].Name}' as well as on '{memory.Name}'; one tensor is handed on, into which both can be put by cat or stack"
            : !TorchTypes.IsTensor(memory.Type) ? $"[ScoreCarry] stands on '{memory.Name}' of type {memory.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}; it must be a Tensor?"
            : memory.NullableAnnotation == NullableAnnotation.NotAnnotated ? $"[ScoreCarry] stands on '{memory.Name}', which is null at the first step; it must be a Tensor?"
            : null;
    }

    /// <summary>How many tensors of the state stand before the memory in what a block returns; 0 where that is something else.</summary>
    public static int StateCount(ITypeSymbol result)
        => result is INamedTypeSymbol { IsTupleType: true, TupleElements: { Length: > 1 } elements }
            && elements.Take(elements.Length - 1).All(element => TorchTypes.IsTensorThatIsNotNull(element.Type))
            && TorchTypes.IsTensor(elements[elements.Length - 1].Type)
            ? elements.Length - 1
            : 0;

    /// <summary>Whether any block of a class asks for a memory, as it is written.</summary>
    public static IParameterSymbol? Find(DepthParse parse)
    {
        foreach (var member in parse.Members)
        {
            if (member.Symbol is IMethodSymbol method && method.Parameters.FirstOrDefault(parameter => BlockSignature.ConstantKind(parameter) is ArgumentKind.Carry) is { } memory)
            {
                return memory;
            }
        }

        return null;
    }

    /// <summary>Refuses a memory where a step evaluates the block more than once, or with other tokens than the step before.</summary>
    public static void Parse(DepthParse parse)
    {
        if (parse.Steering.Route is not null && Find(parse) is { } routed)
        {
            parse.Report(Descriptors.Excluding, BlockParser.Location(routed), $"[ScoreCarry] on '{routed.Name}'", "[ScoreRoute]", "the tokens that a step is given are not those that the step before was given");
        }

        if (parse.Settings is { } settings && Tableau.Of(settings.Integrator).Stages is var stages and > 1 && Find(parse) is { } memory)
        {
            parse.Report(
                Descriptors.Excluding,
                BlockParser.Location(memory),
                $"[ScoreCarry] on '{memory.Name}'",
                $"Integrator.{settings.Integrator}",
                $"memory goes on once a step, and this integrator evaluates the block {stages} times in one; take Integrator.Euler");
        }
    }
}
