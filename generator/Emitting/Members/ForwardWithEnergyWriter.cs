using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>ForwardWithEnergy</c>: the state, and the energy of the path that led to it.</summary>
internal static class ForwardWithEnergyWriter
{
    public static void Write(EmitContext context, SourceWriter writer)
    {
        var energy = context.Local("energy");
        var total = context.Local("total");
        var field = context.Settings.Update == UpdateRule.Contractive ? "F(h) - h" : "F(h)";
        Documentation.Summary(
            writer,
            $"Advances the state as forward does, and sums up the energy of its path, <c>Σ {context.Rule.EnergyFormula(field)}</c> at the state of each step:",
            "a regulariser that keeps the path straight (optimal transport), from values that the pass has at hand.");
        Documentation.Inputs(context, writer);
        writer.Line("/// <returns>The state, and the energy as a tensor of one element: both new, and the caller's to dispose of.</returns>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        var result = $"({context.StateType} State, {Torch.Tensor} Energy)";
        using (writer.Braces($"{Modifiers.Of(context.Model.Names, EmittedNames.ForwardWithEnergy)}{result} {EmittedNames.ForwardWithEnergy}({context.Parameters()})"))
        {
            PassOpening.Write(context, writer);
            writer.Line($"{Torch.Tensor}? {total} = null;");
            var loop = new LoopWriter(context, writer) { Energy = energy, KeepsSegments = true };
            loop.Write(
                Literals.Of(context.Settings.Steps),
                use: () => writer.Line($"{total} = {total} is null ? {energy} : {total}.add({energy});"));
            writer.Line();
            writer.Line($"return ({StateTuple.Kept(loop.Current)}, {total}!{Torch.Keep});");
        }
    }
}
