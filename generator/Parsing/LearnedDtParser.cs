using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads a <c>[ScoreDt]</c> on a field: the parameter that learns the step size.</summary>
internal static class LearnedDtParser
{
    public static void Parse(DepthParse parse, MarkedMember marked, CancellationToken cancellation)
    {
        var field = (IFieldSymbol)marked.Symbol;
        if (field.IsStatic || !TorchTypes.IsParameter(field.Type))
        {
            parse.Report(Descriptors.Excluding, marked.Location, "[ScoreDt]", $"the field '{marked.Name}'", "the mark belongs on an instance field of type Parameter, or on a method");
            return;
        }

        var arguments = new DepthArguments(marked.Mark, cancellation);
        var per = new SettingReader(parse, arguments).Enumeration<Per>("Per", "it must be Per.Model, Per.Step or Per.Feature");
        if (parse.Settings is { Integrator: not (Integrator.Euler or Integrator.ExponentialEuler) } settings)
        {
            parse.Report(Descriptors.Excluding, marked.Location, "[ScoreDt]", $"Integrator.{settings.Integrator}", "a learned dt cannot be folded through several stages; take Integrator.Euler or Integrator.ExponentialEuler");
        }

        var isNullable = field.Type.NullableAnnotation == NullableAnnotation.Annotated;
        var learned = new LearnedDt(TypeNames.Escape(marked.Name) + (isNullable ? "!" : ""), marked.Name, per, arguments.Value("Max", 1.0));
        parse.Steering = parse.Steering with { LearnedDt = learned };
        CheckRange(parse, arguments, learned.Max);
    }

    /// <summary>The <c>[ScoreDt]</c> of the parameter that learns the step size; null where there is none.</summary>
    public static AttributeData? FindMark(DepthParse parse)
        => parse.Steering.LearnedDt is null ? null : parse.SteeringMembers.First(marked => marked.Is("ScoreDt")).Mark;

    private static void CheckRange(DepthParse parse, DepthArguments arguments, double max)
    {
        if (!SettingsParser.IsStepSize(max))
        {
            parse.Report(Descriptors.InvalidDt, arguments.Location("Max"), SettingReader.Text(max), "Max must be finite and positive");
        }
        else if (parse.Settings?.Dt.Where(dt => dt >= max).Select(dt => (double?)dt).FirstOrDefault() is { } dt)
        {
            parse.Report(Descriptors.InvalidDt, arguments.Location("Max"), SettingReader.Text(dt), $"a learned dt starts below its Max, which is {SettingReader.Text(max)}");
        }
    }
}
