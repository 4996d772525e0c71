using System.Collections.Generic;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>StepSize</c>: the learned dt of a step, between 0 and Max.</summary>
internal static class StepSizeWriter
{
    public static void Write(EmitContext context, LearnedDt learned, SourceWriter writer)
    {
        var (offset, step, state) = (context.Local("offset"), context.Local("step"), context.Local("state"));
        var isOfEachStep = learned.Per == Per.Step;
        Documentation.Summary(writer, $"The learned step size, <c>{Literals.Readable(learned.Max)}·σ(p + offset)</c>: at p = 0 it is the declared dt.");
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"private {Torch.Tensor} {context.Model.Names.StepSize}({Torch.Scalar} {offset}, {(isOfEachStep ? $"int {step}, " : "")}{Torch.Tensor} {state})"))
        {
            using (isOfEachStep ? writer.Braces($"if ({step} == 0)") : default(System.IDisposable))
            {
                writer.Line($"{SupportFile.Depth.Name("RequireStepSizes")}({learned.Field}, {Expected(context, learned, state)}, {state}, {Literals.Of($"{context.Model.DisplayName}.{learned.Name}")}, {Literals.Of(learned.Per.ToString())});");
            }

            if (isOfEachStep)
            {
                writer.Line();
            }

            var parameter = isOfEachStep ? $"{learned.Field}.select(0, {step})" : learned.Field;
            var size = $"{parameter}.add({offset}).sigmoid(){(learned.Max == 1 ? "" : $".mul({context.CoefficientsOf(0).Holder}.Max)")}";
            writer.Line($"return {size};");
        }
    }

    /// <summary>What the method is called with.</summary>
    public static IEnumerable<string> Arguments(LearnedDt learned, StepCoefficients coefficients, string step, string state)
        => learned.Per == Per.Step ? [$"{coefficients.Holder}.Offset", step, state] : [$"{coefficients.Holder}.Offset", state];

    private static string Expected(EmitContext context, LearnedDt learned, string state) => learned.Per switch
    {
        Per.Step => Literals.Of(context.Settings.Steps),
        Per.Feature => $"{state}.size(-1)",
        _ => "1",
    };
}
