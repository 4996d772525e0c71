using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>What is known of the values of a tensor, whatever the weights and the inputs.</summary>
internal enum ValueRange
{
    Unknown,

    /// <summary>Between 0 and 1.</summary>
    Unit,

    /// <summary>Not negative, and beyond 1.</summary>
    Positive,

    /// <summary>Of both signs.</summary>
    Signed,
}

/// <summary>What can be said of the values that a method computes: of layers and functions of TorchSharp, of the method's own inputs, and of sums and products of those.</summary>
internal sealed class ValueRanges(IOperation body)
{
    private static readonly HashSet<string> SignedLayers =
    [
        "Linear", "Bilinear", "Conv1d", "Conv2d", "Conv3d", "LayerNorm", "GroupNorm", "BatchNorm1d", "GELU", "SiLU", "Mish", "ELU", "CELU", "SELU", "LeakyReLU", "Tanh", "Softsign", "LogSigmoid", "LogSoftmax",
    ];

    private static readonly HashSet<string> Curved = ["gelu", "silu", "mish", "elu", "celu", "selu", "leaky_relu"];
    private static readonly HashSet<string> Squashing = ["tanh", "softsign", "erf"];
    private static readonly HashSet<string> NotNegative = ["relu", "relu6", "softplus", "abs", "square"];
    private static readonly HashSet<string> Shaping = ["squeeze", "unsqueeze", "view", "reshape", "select", "narrow", "alias", "clone", "contiguous", "expand", "flatten", "unflatten"];

    public static bool IsBeyond(ValueRange range) => range is ValueRange.Positive or ValueRange.Signed;

    public static ValueRange OfModule(ITypeSymbol type) => !TorchNames.IsTorch(type) ? ValueRange.Unknown : type.Name switch
    {
        "Sigmoid" or "Softmax" or "Hardsigmoid" => ValueRange.Unit,
        "ReLU" or "ReLU6" or "Softplus" => ValueRange.Positive,
        _ => SignedLayers.Contains(type.Name) ? ValueRange.Signed : ValueRange.Unknown,
    };

    public static string Name(ITypeSymbol type) => $"{(type.Name[0] is 'E' or 'L' && type.Name.ToUpperInvariant() == type.Name ? "an" : "a")} {type.Name}";

    public static string Name(IInvocationOperation call) => Module(call) is { } type ? Name(type) : $"{call.TargetMethod.Name}()";

    /// <summary>The call that made a value, under what only shapes it, and behind the local that holds it.</summary>
    public IInvocationOperation? Maker(IOperation value)
    {
        var current = Behind(value);
        while (current is IInvocationOperation call && IsShaping(call))
        {
            current = Behind(call.Instance!);
        }

        return current as IInvocationOperation;
    }

    public ValueRange Of(IOperation value) => Behind(value) switch
    {
        IParameterReferenceOperation parameter when TorchTypes.IsTensor(parameter.Type) => ValueRange.Signed,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum when Of(sum.LeftOperand) == ValueRange.Signed && Of(sum.RightOperand) == ValueRange.Signed => ValueRange.Signed,
        IInvocationOperation call when IsShaping(call) => Of(call.Instance!),
        IInvocationOperation call when Module(call) is { } type => OfModule(type),
        IInvocationOperation call when TorchNames.IsTorch(call.TargetMethod) => OfFunction(call.TargetMethod.Name, Argument(call) is { } argument ? Of(argument) : ValueRange.Unknown),
        _ => ValueRange.Unknown,
    };

    private static ValueRange OfFunction(string name, ValueRange argument)
    {
        if (name is "sigmoid" or "softmax" or "hardsigmoid")
        {
            return ValueRange.Unit;
        }

        if (NotNegative.Contains(name))
        {
            return argument == ValueRange.Unit && name != "softplus" ? ValueRange.Unit : argument == ValueRange.Unknown ? ValueRange.Unknown : ValueRange.Positive;
        }

        return argument switch
        {
            ValueRange.Signed when name == "exp" => ValueRange.Positive,
            ValueRange.Signed when Squashing.Contains(name) || Curved.Contains(name) => ValueRange.Signed,
            ValueRange.Signed or ValueRange.Positive when name is "log_softmax" or "logsigmoid" => ValueRange.Signed,
            ValueRange.Positive when Squashing.Contains(name) => ValueRange.Unit,
            ValueRange.Positive when Curved.Contains(name) => ValueRange.Positive,
            _ => ValueRange.Unknown,
        };
    }

    private static bool IsShaping(IInvocationOperation call)
        => call.Instance is not null && TorchNames.IsTorch(call.TargetMethod) && Shaping.Contains(call.TargetMethod.Name);

    /// <summary>The module that is called; null where a function is.</summary>
    private static ITypeSymbol? Module(IInvocationOperation call)
        => call.TargetMethod.Name is "call" or "forward" && call.Instance?.Type is { } type && TorchTypes.IsModule(type) ? type : null;

    private static IOperation? Argument(IInvocationOperation call) => call.Instance ?? call.Arguments.FirstOrDefault()?.Value;

    /// <summary>What a local that is never assigned again was declared with.</summary>
    private IOperation Behind(IOperation value)
    {
        var current = value.Unwrap();
        while (current is ILocalReferenceOperation { Local: var local } && Declared(local) is { } initial)
        {
            current = initial.Unwrap();
        }

        return current;
    }

    private IOperation? Declared(ILocalSymbol local)
    {
        var isChanged = body.Descendants().OfType<IAssignmentOperation>().Any(assignment => assignment.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local));
        return isChanged ? null : body.Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(declared => SymbolEqualityComparer.Default.Equals(declared.Symbol, local))?.Initializer?.Value;
    }
}
