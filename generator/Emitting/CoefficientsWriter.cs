using System;
using System.Linq;

namespace ScoreGen.Generator.Emitting;

/// <summary>Writes the holder of a step's coefficients: Scalars, and the weights of mixes, made once.</summary>
internal static class CoefficientsWriter
{
    public static void Write(Scene scene, Variant variant, SourceWriter writer)
    {
        Documentation.Summary(
            writer,
            $"The coefficients of a step of dt = {Literals.Readable(variant.Step.Dt)}. A class of their own, because each is a native object:",
            "the library is loaded when a pass first runs, not when the module's type is.");
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"private static class {variant.Coefficients}"))
        {
            if (scene.Depth.LearnedDt is { } learned)
            {
                WriteLearned(scene, variant, learned.Max, writer);
            }
            else
            {
                WriteFolded(scene, variant, writer);
            }

            if (LearnedStep.Decay(scene, variant) == 2)
            {
                Field(writer, "Decay", -2);
            }
        }
    }

    private static void WriteFolded(Scene scene, Variant variant, SourceWriter writer)
    {
        var kind = scene.Kinds.First(candidate => candidate.Variant == variant);
        var formulas = StepFormulas.Of(scene, kind, Tuple.Of(scene.States), "next").ToList();
        for (var row = 1; row <= variant.Step.Evaluations; row++)
        {
            writer.Line($"// {formulas[row - 1]}");
            WriteRow(variant, row, writer);
            writer.Line();
        }

        writer.Line("// the weight of a step in the energy of a path");
        Field(writer, "Dt", variant.Step.Dt);
    }

    /// <summary>A mix needs the weight of its second tensor alone.</summary>
    private static void WriteRow(Variant variant, int row, SourceWriter writer)
    {
        var used = variant.Row(row).Select((weight, column) => (Weight: weight, Name: variant.WeightName(row, column))).Where(term => term.Weight is not (0 or 1)).ToList();
        if (variant.IsMix(row))
        {
            var (weight, name) = used[used.Count - 1];
            writer.Line($"internal static readonly {SupportFile.Weight.Name()} {name} = new {SupportFile.Weight.Name()}({Literals.Argument(weight)}");
            return;
        }

        used.ForEach(term => Field(writer, term.Name, term.Weight));
    }

    private static void WriteLearned(Scene scene, Variant variant, double max, SourceWriter writer)
    {
        var dt = variant.Step.Dt;
        writer.Line($"// ln(dt / (Max - dt)): where p = 0 gives dt = {Literals.Readable(dt)}");
        Field(writer, "Offset", Math.Log(dt / (max - dt)));
        if (max != 1 && variant == scene.VariantOf(0))
        {
            Field(writer, "Max", max);
        }
    }

    private static void Field(SourceWriter writer, string name, double value)
        => writer.Line($"internal static readonly {Torch.Scalar} {name} = {Literals.Commented(value)}");
}
