using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads <c>[ScoreExit]</c>: the method that ends a pass early.</summary>
internal static class ExitParser
{
    public static void Parse(DepthParse parse, MarkedMember marked, Compilation compilation)
    {
        if (parse.Settings?.Tolerance > 0)
        {
            parse.Report(Descriptors.Excluding, marked.Location, "[ScoreExit]", "Tolerance", "one of the two decides when the state has settled");
        }

        // On anything but a method the mark is the compiler's error.
        if (parse.Module is null || marked.Symbol is not IMethodSymbol method)
        {
            return;
        }

        var isPerPosition = TorchTypes.IsTensor(method.ReturnType);
        var wrongResult = isPerPosition || method.ReturnType.SpecialType == SpecialType.System_Boolean
            ? null
            : "it must return a bool, or a Tensor of booleans over the leading dimensions of the state";
        if (new SteeringSignature(parse, marked, compilation).Read(method, wrongResult, "the state before a step", "the state after it") is { } member)
        {
            parse.Steering = parse.Steering with { Exit = new Exit(member, isPerPosition) };
        }
    }
}
