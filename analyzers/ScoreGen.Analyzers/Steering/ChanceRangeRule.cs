using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>SCORE116: a gate, or a chance to halt, that comes out of something whose values go beyond 0 and 1.</summary>
internal sealed class ChanceRangeRule() : SteeringRule(Descriptors.ChanceRange)
{
    public override void Judge(DepthParse parse, SourceCode code, Action<Finding> report)
    {
        foreach (var marked in parse.SteeringMembers.Where(marked => marked.Is("ScoreDt") || marked.Is("ScoreHalt")))
        {
            if (marked.Symbol is IMethodSymbol method)
            {
                JudgeReturns(marked, TorchTypes.IsTensor(method.ReturnType) ? code.Body(code.Written(method)) : null, report);
            }
            else if (marked.Is("ScoreHalt") && TypeOf(marked.Symbol) is { } type && ValueRanges.IsBeyond(ValueRanges.OfModule(type)))
            {
                Report(marked, marked.Location, ValueRanges.Name(type), report);
            }
        }
    }

    private static void JudgeReturns(MarkedMember marked, IOperation? body, Action<Finding> report)
    {
        if (body is null)
        {
            return;
        }

        var ranges = new ValueRanges(body);
        foreach (var value in Returned(body))
        {
            if (ranges.Maker(value) is { } maker && ValueRanges.IsBeyond(ranges.Of(maker)))
            {
                Report(marked, maker.Place(), ValueRanges.Name(maker), report);
            }
        }
    }

    private static void Report(MarkedMember marked, Location place, string source, Action<Finding> report)
        => report(new Finding(Descriptors.ChanceRange, place, marked.Name, source, marked.Symbol is IMethodSymbol ? "end it with sigmoid()" : $"make it a Sequential of the {source} and a Sigmoid()"));

    private static IEnumerable<IOperation> Returned(IOperation body)
        => body.Descendants()
            .OfType<IReturnOperation>()
            .Where(found => !IsNested(found, body))
            .Select(found => found.ReturnedValue)
            .OfType<IOperation>();

    private static bool IsNested(IOperation operation, IOperation body)
    {
        for (var current = operation.Parent; current is not null && current != body; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}
