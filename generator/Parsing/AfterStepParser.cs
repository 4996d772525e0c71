using Microsoft.CodeAnalysis;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads <c>[ScoreAfterStep]</c>: the method that is applied to each new state.</summary>
internal static class AfterStepParser
{
    public static void Parse(DepthParse parse, MarkedMember marked, Compilation compilation)
    {
        // On anything but a method the mark is the compiler's error.
        if (parse.Module is null || marked.Symbol is not IMethodSymbol method)
        {
            return;
        }

        var states = parse.Signature.States;
        var wrongResult = TorchTypes.StateCount(method.ReturnType) == states
            ? null
            : $"it must return the state, {(states == 1 ? "a Tensor" : $"a tuple of {states} Tensors")}";
        if (new SteeringSignature(parse, marked, compilation).Read(method, wrongResult, "the state after a step") is { } member)
        {
            parse.Steering = parse.Steering with { After = member };
        }
    }
}
