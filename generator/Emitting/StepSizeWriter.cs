using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting;

/// <summary>Writes <c>StepSize</c>: the learned dt of a step, between 0 and Max.</summary>
internal static class StepSizeWriter
{
    public static void Write(Scene scene, LearnedDt learned, SourceWriter writer)
    {
        var (offset, step, state) = (scene.Local("offset"), scene.Local("step"), scene.Local("state"));
        Documentation.Summary(writer, $"The learned step size, <c>{Literals.Readable(learned.Max)}·σ(p + offset)</c>: at p = 0 it is the declared dt.");
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"private {Torch.Tensor} {scene.Model.Names.StepSize}({Torch.Scalar} {offset}, int {step}, {Torch.Tensor} {state})"))
        {
            using (writer.Braces($"if ({step} == 0)"))
            {
                writer.Line($"{SupportFile.Depth.Name("RequireStepSizes")}({learned.Field}, {Expected(scene, learned, state)}, {state}, {Literals.Of($"{scene.Model.DisplayName}.{learned.Name}")}, {Literals.Of(learned.Per.ToString())});");
            }

            writer.Line();
            var parameter = learned.Per == Per.Step ? $"{learned.Field}.select(0, {step})" : learned.Field;
            var size = $"{parameter}.add({offset}).sigmoid(){(learned.Max == 1 ? "" : $".mul({scene.VariantOf(0).Coefficients}.Max)")}";
            writer.Line($"return {size};");
        }
    }

    private static string Expected(Scene scene, LearnedDt learned, string state) => learned.Per switch
    {
        Per.Step => Literals.Of(scene.Settings.Steps),
        Per.Feature => $"{state}.shape[{state}.shape.Length - 1]",
        _ => "1",
    };
}
