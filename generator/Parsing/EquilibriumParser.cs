using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads the arguments of <c>[ScoreEquilibrium]</c>, and refuses what speaks of steps: an equilibrium has none.</summary>
internal static class EquilibriumParser
{
    private const string Annotation = "[ScoreEquilibrium]";

    private static readonly string[] MarksOfSteps = ["ScoreDt", "ScoreStageWeights", "ScoreExit", "ScoreAfterStep", "ScoreHalt", "ScoreRoute"];

    public static void Parse(DepthParse parse, Compilation compilation, CancellationToken cancellation)
    {
        var before = parse.Findings.Count;
        var settings = Settings(parse, new SettingReader(parse, new DepthArguments(parse.Attribute, cancellation)));
        CheckSteps(parse, compilation, cancellation);
        if (parse.Findings.Count == before)
        {
            parse.EquilibriumSettings = settings;
        }
    }

    /// <summary>Refuses a block that is told of the step it stands in.</summary>
    public static void CheckArguments(DepthParse parse, Block block)
    {
        if (parse.Members[0].Symbol is not IMethodSymbol method)
        {
            return;
        }

        foreach (var (parameter, argument) in method.Parameters.Zip(block.Arguments, (parameter, argument) => (parameter, argument)))
        {
            if (argument.Kind is not (ArgumentKind.State or ArgumentKind.Context))
            {
                parse.Report(
                    Descriptors.Excluding,
                    BlockParser.Location(parameter),
                    $"[Score{argument.Kind}] on '{parameter.Name}'",
                    Annotation,
                    "every evaluation of the block must be the same function of the state, or there is no fixed point; remove the parameter");
            }
        }
    }

    private static EquilibriumSettings Settings(DepthParse parse, SettingReader reader)
    {
        var gradient = reader.Enumeration<EquilibriumGradient>("Gradient", "it must be EquilibriumGradient.Implicit, EquilibriumGradient.Neumann or EquilibriumGradient.Phantom");
        return new EquilibriumSettings(
            reader.Enumeration<FixedPointSolver>("Solver", "it must be FixedPointSolver.Anderson, FixedPointSolver.Picard or FixedPointSolver.Broyden"),
            reader.Within("MaxSteps", 40, 1, int.MaxValue),
            reader.Number("Tolerance", 1e-4, value => value > 0, "it must be finite and above 0"),
            reader.Within("Memory", 5, 1, int.MaxValue),
            reader.Number("Damping", 1, value => value is > 0 and <= 1, "it must be above 0 and at most 1"),
            gradient,
            reader.Within("GradientSteps", 1, gradient == EquilibriumGradient.Phantom ? 1 : 0, int.MaxValue),
            reader.Enumeration<OnDivergence>("OnDivergence", "it must be OnDivergence.Return or OnDivergence.Throw"),
            reader.Enumeration<UpdateRule>("Update", "there is no such update rule"));
    }

    private static void CheckSteps(DepthParse parse, Compilation compilation, CancellationToken cancellation)
    {
        if (parse.Members.Length > 1)
        {
            parse.Report(
                Descriptors.Excluding,
                BlockParser.Location(parse.Members[1].Symbol),
                $"the block '{parse.Members[1].Symbol.Name}'",
                Annotation,
                "an equilibrium has no phases; keep one block, which may call both");
        }

        if (parse.Members.FirstOrDefault(member => member.HasSteps) is { Mark: { } mark } block)
        {
            parse.Report(Descriptors.Excluding, new DepthArguments(mark, cancellation).Location("Steps"), $"Steps of '{block.Symbol.Name}'", Annotation, "an equilibrium takes as many evaluations as it needs; remove Steps");
        }

        var marks = new MarkedMembers(parse.Type, compilation);
        foreach (var marked in MarksOfSteps.SelectMany(marks.With))
        {
            var name = marked.Mark.AttributeClass!.Name.Replace("Attribute", "");
            parse.Report(Descriptors.Excluding, marked.Location, $"[{name}] on '{marked.Name}'", Annotation, "it says something of steps, and an equilibrium has none; remove the mark");
        }
    }
}
