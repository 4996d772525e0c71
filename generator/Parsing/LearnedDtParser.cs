using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads <c>[ScoreDt]</c>: the parameter that learns the step size.</summary>
internal static class LearnedDtParser
{
    public static void Parse(DepthParse parse, CancellationToken cancellation)
    {
        var marked = parse.Type.GetMembers().OfType<IFieldSymbol>().Where(field => Mark(field) is not null).ToList();
        if (marked.Count == 0)
        {
            return;
        }

        var field = marked[0];
        var place = BlockParser.Location(field);
        if (marked.Count > 1)
        {
            parse.Report(Descriptors.Excluding, BlockParser.Location(marked[1]), $"[ScoreDt] on '{Name(marked[1])}'", $"[ScoreDt] on '{Name(field)}'", "one parameter learns the step size");
        }

        if (field.IsStatic || !TorchTypes.IsParameter(field.Type))
        {
            parse.Report(Descriptors.Excluding, place, "[ScoreDt]", $"the field '{Name(field)}'", "the mark belongs on an instance field of type Parameter");
            return;
        }

        var arguments = new DepthArguments(Mark(field)!, cancellation);
        var per = (Per)arguments.Value("Per", 0);
        if (per is < Per.Model or > Per.Feature)
        {
            parse.Report(Descriptors.OutOfRange, arguments.Location("Per"), "Per", (int)per, "it must be Per.Model, Per.Step or Per.Feature");
        }

        if (parse.Settings is { Integrator: not (Integrator.Euler or Integrator.ExponentialEuler) } settings)
        {
            parse.Report(Descriptors.Excluding, place, "[ScoreDt]", $"Integrator.{settings.Integrator}", "a learned dt cannot be folded through several stages; take Integrator.Euler or Integrator.ExponentialEuler");
        }

        var name = Name(field);
        var isNullable = field.Type.NullableAnnotation == NullableAnnotation.Annotated;
        parse.LearnedDt = new LearnedDt(TypeNames.Escape(name) + (isNullable ? "!" : ""), name, per, arguments.Value("Max", 1.0));
        CheckRange(parse, arguments, parse.LearnedDt.Max);
    }

    /// <summary>The <c>[ScoreDt]</c> of the parameter that learns the step size; null where there is none.</summary>
    public static AttributeData? FindMark(DepthParse parse)
        => parse.LearnedDt is null ? null : parse.Type.GetMembers().OfType<IFieldSymbol>().Select(Mark).FirstOrDefault(mark => mark is not null);

    private static void CheckRange(DepthParse parse, DepthArguments arguments, double max)
    {
        if (!SettingsParser.IsStepSize(max))
        {
            parse.Report(Descriptors.InvalidDt, arguments.Location("Max"), SettingsParser.Text(max), "Max must be finite and positive");
        }
        else if (parse.Settings?.Dt.Where(dt => dt >= max).Select(dt => (double?)dt).FirstOrDefault() is { } dt)
        {
            parse.Report(Descriptors.InvalidDt, arguments.Location("Max"), SettingsParser.Text(dt), $"a learned dt starts below its Max, which is {SettingsParser.Text(max)}");
        }
    }

    /// <summary>A mark on the backing field of a property counts for the property: the field has no name that code can use.</summary>
    private static string Name(IFieldSymbol field) => (field.AssociatedSymbol ?? field).Name;

    private static AttributeData? Mark(ISymbol field) => field.GetAttributes().FirstOrDefault(attribute => ScoreGenTypes.Is(attribute, "ScoreDtAttribute"));
}
