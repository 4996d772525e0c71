using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

/// <summary>How often a loop runs, where that is a constant.</summary>
internal static class Loops
{
    /// <summary>The number of rounds of <c>for (var i = a; i &lt; b; i++)</c>, or of one that counts down; null where it is not known.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="size">What a limit that is no constant is, where that is known otherwise.</param>
    public static int? Rounds(IForLoopOperation loop, Func<IOperation, int?>? size = null)
    {
        if (Counter(loop) is not { } counter
            || loop.Condition is not IBinaryOperation condition
            || condition.LeftOperand.Variable() is not { } compared
            || !SymbolEqualityComparer.Default.Equals(compared, counter.Symbol)
            || (condition.RightOperand.ConstantNumber() ?? size?.Invoke(condition.RightOperand)) is not { } end
            || loop.AtLoopBottom.Length != 1
            || loop.AtLoopBottom[0] is not IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation increment }
            || !SymbolEqualityComparer.Default.Equals(increment.Target.Variable(), counter.Symbol))
        {
            return null;
        }

        return (increment.Kind, condition.OperatorKind) switch
        {
            (OperationKind.Increment, BinaryOperatorKind.LessThan or BinaryOperatorKind.NotEquals) => Count(end - counter.Start),
            (OperationKind.Increment, BinaryOperatorKind.LessThanOrEqual) => Count(end - counter.Start + 1),
            (OperationKind.Decrement, BinaryOperatorKind.GreaterThan or BinaryOperatorKind.NotEquals) => Count(counter.Start - end),
            (OperationKind.Decrement, BinaryOperatorKind.GreaterThanOrEqual) => Count(counter.Start - end + 1),
            _ => null,
        };
    }

    /// <summary>The number of rounds over <c>Enumerable.Range(a, n)</c> or over an array that is listed; null where it is not constant.</summary>
    public static int? Rounds(IForEachLoopOperation loop) => loop.Collection.Unwrap() switch
    {
        IInvocationOperation { TargetMethod: { Name: "Range", ContainingType.Name: "Enumerable" }, Arguments: { Length: 2 } range } => range[1].Value.ConstantNumber() is { } count ? Count(count) : null,
        IArrayCreationOperation { Initializer.ElementValues.Length: var length } => length,
        _ => null,
    };

    /// <summary>The variable that a loop counts with, and its first value.</summary>
    public static (ISymbol Symbol, double Start)? Counter(IForLoopOperation loop)
        => loop.Before.Length == 1
            && loop.Before[0] is IVariableDeclarationGroupOperation { Declarations: { Length: 1 } declarations }
            && declarations[0].Declarators.Length == 1
            && declarations[0].Declarators[0] is { Symbol: { } symbol, Initializer.Value: { } start }
            && start.ConstantNumber() is { } first
                ? (symbol, first)
                : null;

    private static int? Count(double rounds) => rounds is >= 0 and <= int.MaxValue ? (int)rounds : null;
}
