using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>Spectrum</c>: how steep F is at a state.</summary>
internal static class SpectrumWriter
{
    private const string Spectrum = "global::ScoreGen.ScoreSpectrum";

    public static void Write(ModuleContext context, SourceWriter writer)
    {
        var (iterations, slope) = (context.Local("iterations"), context.Local("slope"));
        var isEquilibrium = context is EquilibriumContext;
        Documentation.Summary(
            writer,
            $"Measures the largest singular value of ∂F/∂h at a state{(context.Fields.Count > 1 ? ", over all blocks" : "")}{(isEquilibrium ? "." : ", and the largest step size that is stable for it.")}",
            "It needs no gradients and leaves none. Call eval() first, where the block behaves otherwise in training.");
        Documentation.Inputs(context, writer);
        writer.Line($"/// <param name=\"{iterations}\">How many directions to try, 1 or more: 30 find it to some parts in a thousand. Each takes two evaluations and one backward pass.</param>");
        writer.Line("/// <returns>Plain numbers.</returns>");
        writer.Line("/// <exception cref=\"global::System.InvalidOperationException\">The block changes the shape or the dtype of the state, or its slope is not finite.</exception>");
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"{Modifiers.Of(context.Model.Names, EmittedNames.Spectrum)}{Spectrum} {EmittedNames.Spectrum}({context.Parameters()}, int {iterations} = 30)"))
        {
            if (context.Fields.Count == 1 && !context.Fields[0].Block.HasIndex)
            {
                writer.Line($"var {slope} = {Measured(context, context.Fields[0], iterations, [.. context.Fields[0].First])};");
            }
            else
            {
                writer.Line($"var {slope} = 0.0;");
                context.Fields.ToList().ForEach(field => WriteLarger(context, writer, field, iterations, slope));
            }

            writer.Line($"return new {Spectrum}({slope}{(isEquilibrium ? "" : $", {EmittedNames.Depth}.MaxStableDt({slope})")});");
        }
    }

    private static void WriteLarger(ModuleContext context, SourceWriter writer, Field field, string iterations, string slope)
    {
        if (!field.Block.HasIndex)
        {
            writer.Line($"{slope} = global::System.Math.Max({slope}, {Measured(context, field, iterations, [.. field.First])});");
            return;
        }

        var index = context.Local("index");
        var count = field.Block.Kind == BlockKind.ModuleList ? $"{field.Block.Target}.Count" : BlockCall.Count(context, field.Block.Sources[0]);
        using (writer.Braces($"for (var {index} = 0; {index} < {count}; {index}++)"))
        {
            string[] position = [.. field.First.Take(field.First.Count - 1), index];
            writer.Line($"{slope} = global::System.Math.Max({slope}, {Measured(context, field, iterations, position)});");
        }
    }

    private static string Measured(ModuleContext context, Field field, string iterations, params string[] position)
    {
        var name = Literals.Of($"{context.Model.DisplayName}.{field.Block.Name}");
        return $"{SupportFile.SpectralNorm.Name("Of")}({name}, {iterations}, {FieldWriter.At(context, field, context.States, position)})";
    }
}
