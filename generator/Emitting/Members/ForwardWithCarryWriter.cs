using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>ForwardWithCarry</c>: the state, and the memory that the last step handed on.</summary>
internal static class ForwardWithCarryWriter
{
    public static void Write(EmitContext context, SourceWriter writer)
    {
        Documentation.Summary(writer, $"Advances the state over all {Documentation.Count(context.Settings.Steps, "step")}, and returns the memory of the last one beside it.");
        Documentation.Inputs(context, writer);
        writer.Line("/// <returns>The state, and the memory, which is null where the block handed on none: both new, and the caller's to dispose of.</returns>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        var result = $"({context.StateType} State, {Torch.Tensor}? Carry)";
        using (writer.Braces($"{Modifiers.Of(context.Model.Names, EmittedNames.ForwardWithCarry)}{result} {EmittedNames.ForwardWithCarry}({context.Parameters()})"))
        {
            PassOpening.Write(context, writer);
            var loop = new LoopWriter(context, writer);
            loop.Write(Literals.Of(context.Settings.Steps));
            writer.Line();
            writer.Line($"return ({StateTuple.Kept(loop.Current)}, {context.Carry}?{Torch.Keep});");
        }
    }
}
