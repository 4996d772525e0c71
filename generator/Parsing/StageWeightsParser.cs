using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;
using ScoreGen.Numerics;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads <c>[ScoreStageWeights]</c>: the parameter, or the method, that weighs the stages of a step.</summary>
internal static class StageWeightsParser
{
    public static void Parse(DepthParse parse, MarkedMember marked, Compilation compilation)
    {
        CheckExclusions(parse, marked);
        if (marked.Symbol is IFieldSymbol field)
        {
            if (field.IsStatic || !TorchTypes.IsParameter(field.Type))
            {
                parse.Report(Descriptors.Excluding, marked.Location, "[ScoreStageWeights]", $"the field '{marked.Name}'", "the mark belongs on an instance field of type Parameter, or on a method");
                return;
            }

            var isNullable = field.Type.NullableAnnotation == NullableAnnotation.Annotated;
            parse.Steering = parse.Steering with { Stages = new StageWeights(TypeNames.Escape(marked.Name) + (isNullable ? "!" : ""), marked.Name, null) };
        }
        else if (parse.Module is not null && marked.Symbol is IMethodSymbol method)
        {
            ParseMix(parse, marked, method, compilation);
        }
    }

    private static void ParseMix(DepthParse parse, MarkedMember marked, IMethodSymbol method, Compilation compilation)
    {
        UpdatesParser.Exclude(parse, marked, "[ScoreStageWeights]");
        if (parse.Settings is { } settings && Tableau.Of(settings.Integrator).Stages is var stages and not 2)
        {
            parse.Report(
                Descriptors.Excluding,
                marked.Location,
                $"[ScoreStageWeights] on the method '{marked.Name}'",
                $"Integrator.{settings.Integrator}",
                $"a method mixes two stages and this integrator has {stages}; take Integrator.Midpoint, Heun or Ralston, or put the mark on a Parameter");
        }

        var wrongResult = TorchTypes.IsTensor(method.ReturnType) ? null : "it must return the share of the first stage, a Tensor";
        if (new SteeringSignature(parse, marked, compilation).Read(method, wrongResult, "the field at the first stage", "at the second") is { } mix)
        {
            parse.Steering = parse.Steering with { Stages = new StageWeights("", marked.Name, mix) };
        }
    }

    private static void CheckExclusions(DepthParse parse, MarkedMember marked)
    {
        if (parse.Settings is { Integrator: Integrator.ExponentialEuler })
        {
            parse.Report(Descriptors.Excluding, marked.Location, "[ScoreStageWeights]", "Integrator.ExponentialEuler", "it integrates the leak exactly, and has no stages to weigh");
        }

        if (parse.Steering.LearnedDt is not null || parse.Steering.Gate is not null)
        {
            parse.Report(Descriptors.Excluding, marked.Location, "[ScoreStageWeights]", "[ScoreDt]", "weights that need not add up to 1 learn the step size as well");
        }
    }
}
