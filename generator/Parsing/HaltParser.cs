using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads <c>[ScoreHalt]</c>: the method or module that gives positions their chance to halt.</summary>
internal static class HaltParser
{
    public static void Parse(DepthParse parse, MarkedMember marked, Compilation compilation, CancellationToken cancellation)
    {
        var arguments = new DepthArguments(marked.Mark, cancellation);
        var reader = new SettingReader(parse, arguments);
        var threshold = reader.Number("Threshold", 0.99, value => value > 0 && value <= 1, "it must be above 0 and at most 1, as a sum of chances is");
        var rule = reader.Enumeration<HaltRule>("Rule", "it must be Mean, Mixture or Distribution");
        CheckExclusions(parse, marked);
        if (parse.Module is null)
        {
            return;
        }

        var signature = new SteeringSignature(parse, marked, compilation);
        var member = marked.Symbol is IMethodSymbol method
            ? signature.Read(method, TorchTypes.IsTensor(method.ReturnType) ? null : "it must return the chance of each position to halt, a Tensor", "the state")
            : signature.ReadModule();
        if (member is not null)
        {
            parse.Steering = parse.Steering with { Halt = new Halt(member, threshold, rule) };
        }
    }

    public static HaltRule RuleOf(DepthArguments arguments) => (HaltRule)arguments.Value("Rule", 0);

    private static void CheckExclusions(DepthParse parse, MarkedMember marked)
    {
        if (parse.Signature.States > 1)
        {
            parse.Report(Descriptors.Excluding, marked.Location, "[ScoreHalt]", $"a state of {parse.Signature.States} tensors", "positions are those of one tensor");
        }

        if (parse.Settings?.Tolerance > 0)
        {
            parse.Report(Descriptors.Excluding, marked.Location, "[ScoreHalt]", "Tolerance", "one of the two decides when a pass ends");
        }

        if (parse.Steering.Exit is not null)
        {
            parse.Report(Descriptors.Excluding, marked.Location, "[ScoreHalt]", "[ScoreExit]", "one of the two decides when a pass ends");
        }
    }
}
