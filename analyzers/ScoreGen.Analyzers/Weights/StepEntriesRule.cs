using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>SCORE107: weights of each step's own of which there are seen to be more or fewer than steps.</summary>
internal sealed class StepEntriesRule() : BlockRule(Descriptors.Excluding)
{
    private static readonly string[] Makers = ["zeros", "ones", "empty", "full", "rand", "randn"];

    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        foreach (var (parameter, source) in flow.Block.Sources)
        {
            if (flow.Block.Parse.StepSources.FirstOrDefault(symbol => symbol.Name == source.Name) is { } member
                && Count(flow.Block, member, source) is { } count
                && count != flow.Block.Steps)
            {
                report(new Finding(
                    Descriptors.Excluding,
                    BlockParser.Location(parameter),
                    $"[ScorePerStep] on '{parameter.Name}'",
                    $"{flow.Block.Steps} {(flow.Block.Steps == 1 ? "step" : "steps")} of '{flow.Block.Member.Name}'",
                    $"'{source.Name}' has {count} {Noun(source.Kind, count)}; it needs exactly one for each step"));
            }
        }
    }

    private static string Noun(StepSourceKind kind, long count)
        => kind == StepSourceKind.Rows ? (count == 1 ? "row" : "rows") : count == 1 ? "entry" : "entries";

    private static long? Count(BlockContext block, ISymbol member, StepSource source) => source.Kind switch
    {
        StepSourceKind.Rows => block.Creations.Of(member) is { } made ? Rows(made) : null,
        _ => block.Groups.Of(member)?.Length,
    };

    /// <summary>The first dimension of what a parameter is made of, where it is a constant: <c>Parameter(zeros(4, width))</c>.</summary>
    private static long? Rows(IOperation made)
        => made.Unwrap().DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(call => Makers.Contains(call.TargetMethod.Name) && TorchNames.IsTorch(call.TargetMethod))
                is { Arguments: { Length: > 0 } arguments }
            ? First(arguments[0].Value.Unwrap())
            : null;

    private static long? First(IOperation size) => size is IArrayCreationOperation { Initializer.ElementValues: { Length: > 0 } sizes }
        ? sizes[0].Unwrap().ConstantNumber() is { } first ? (long)first : null
        : size.ConstantNumber() is { } number ? (long)number : null;
}
