using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes the holder of a step's coefficients: Scalars, and the weights of mixes, made once.</summary>
internal static class CoefficientsWriter
{
    public static void Write(EmitContext context, StepCoefficients coefficients, SourceWriter writer)
    {
        Documentation.Summary(
            writer,
            $"The coefficients of a step of dt = {Literals.Readable(coefficients.Step.Dt)}. A class of their own, because each is a native object:",
            "the library is loaded when a pass first runs, not when the module's type is.");
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"private static class {coefficients.Holder}"))
        {
            context.Rule.WriteCoefficients(writer, coefficients);
        }
    }
}
