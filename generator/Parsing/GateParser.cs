using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads a <c>[ScoreDt]</c> on a method: the gate that decides the step size from the state.</summary>
internal static class GateParser
{
    public static void Parse(DepthParse parse, MarkedMember marked, Compilation compilation)
    {
        if (parse.Settings is { Integrator: not Integrator.Euler } settings)
        {
            parse.Report(Descriptors.Excluding, marked.Location, $"[ScoreDt] on the method '{marked.Name}'", $"Integrator.{settings.Integrator}", "a step size that depends on the state belongs to a single evaluation; take Integrator.Euler");
        }

        UpdatesParser.Exclude(parse, marked, "[ScoreDt]");

        // On anything but a method the mark is the compiler's error.
        if (parse.Module is null || marked.Symbol is not IMethodSymbol method)
        {
            return;
        }

        var signature = new SteeringSignature(parse, marked, compilation);
        var replacesRule = method.ReturnType is INamedTypeSymbol { IsTupleType: true } && TorchTypes.StateCount(method.ReturnType) == 2;
        var wanted = replacesRule || TorchTypes.IsTensor(method.ReturnType) ? null : "it must return the step size, a Tensor, or what is kept and what is written, (Tensor keep, Tensor write)";
        if (signature.Read(method, wanted, "the state", "the block's value") is { } member)
        {
            parse.Steering = parse.Steering with { Gate = new Gate(member, replacesRule) };
        }
    }
}
