using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>ForwardWithRouting</c>: the pass that takes each token through as many steps as a router says, with the scores and what came of them.</summary>
internal sealed class ForwardWithRoutingWriter(EmitContext context, SourceWriter writer)
{
    private readonly Route route = context.Steering.Route!;
    private readonly string ends = context.Local("ends");

    public void Write()
    {
        var steps = Literals.Of(context.Settings.Steps);
        Documentation.Summary(
            writer,
            route.IsExpert
                ? $"Advances at each step the tokens that {route.Member.Name} scores highest, by <c>h + g·(next - h)</c> with <c>g = {Factor}σ(score)</c>."
                : $"Advances each token by as many steps as {route.Member.Name} scores highest, by <c>h + g·(next - h)</c> with <c>g = {Factor}softmax(scores)</c> at that number.",
            route.IsExpert
                ? $"The steps take these shares of all tokens, each from those of the step before: {string.Join(", ", route.Capacity.Select(Literals.Readable))}."
                : $"At most {Documentation.Count(context.Settings.Steps, "step")}; with gradients off the pass ends when no token takes a further one.");
        Documentation.Inputs(context, writer);
        var shape = route.IsExpert ? $"[{steps}, batch, tokens]" : $"[batch, tokens, {steps}]";
        writer.Line($"/// <returns>The state, the scores, {shape}, and the steps that each token took, [batch, tokens]: all new, and the caller's to dispose of.</returns>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        var result = $"({context.StateType} State, {Torch.Tensor} Logits, {Torch.Tensor} Depths)";
        using (writer.Braces($"{Modifiers.Of(context.Model.Names, EmittedNames.ForwardWithRouting)}{result} {EmittedNames.ForwardWithRouting}({context.Parameters()})"))
        {
            PassOpening.Write(context, writer);
            if (!route.IsExpert)
            {
                writer.Line($"var {ends} = !{Torch.IsGradEnabled};");
            }

            var loop = new LoopWriter(context, writer) { KeepsSegments = true };
            loop.Write(steps, leave: route.IsExpert ? null : () => WriteLeave(loop));
            writer.Line();
            writer.Line($"return ({StateTuple.Kept(loop.Current)}, {loop.Routing}.Logits{Torch.Keep}, {loop.Routing}.Depths{Torch.Keep});");
        }
    }

    private string Factor => route.Scale == 1 ? "" : Literals.Readable(route.Scale) + "·";

    /// <summary>Without gradients nobody asks what the steps would have been that no token takes.</summary>
    private void WriteLeave(LoopWriter loop)
    {
        using (writer.Braces($"if ({ends} && {loop.Step} + 1 == {loop.Routing}.Deepest)"))
        {
            writer.Line("break;");
        }
    }
}
