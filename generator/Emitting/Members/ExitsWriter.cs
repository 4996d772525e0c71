using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes the passes whose positions exit by a distribution over the steps: with all states and chances, and to the exit of each.</summary>
internal sealed class ExitsWriter(EmitContext context, SourceWriter writer)
{
    private readonly Halt halt = context.Steering.Halt!;
    private readonly string exits = context.Local("exits");
    private readonly string last = Literals.Of(context.Settings.Steps - 1);

    public void WriteForwardWithExits()
    {
        var steps = Literals.Of(context.Settings.Steps);
        var (states, shares, kept) = (context.Local("states"), context.Local("shares"), context.Local("kept"));
        Documentation.Summary(
            writer,
            "All states after a step, and the chance of each position to exit there:",
            $"<c>q[t] = λ[t]·Π (1 - λ[s])</c> over the steps s before, with λ as {halt.Member.Name} gives it; the last step takes the rest.");
        Documentation.Inputs(context, writer);
        writer.Line($"/// <returns>{Documentation.Count(context.Settings.Steps, "state")}, and the chances, [{steps}, positions]: all new, and the caller's to dispose of.</returns>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        var result = $"({context.StateType}[] States, {Torch.Tensor} Exits)";
        using (writer.Braces($"{Modifiers.Of(context.Model.Names, EmittedNames.ForwardWithExits)}{result} {EmittedNames.ForwardWithExits}({context.Parameters()})"))
        {
            Open();
            writer.Line($"var {states} = new {context.StateType}[{steps}];");
            writer.Line($"var {shares} = new {Torch.Tensor}[{steps}];");
            var loop = new LoopWriter(context, writer) { KeepsStates = true, KeepsSegments = true };
            loop.Write(steps, use: () =>
            {
                writer.Line($"{states}[{loop.Step}] = {loop.Next[0]};");
                InScope($"{shares}[{loop.Step}] = {Share(loop)};");
            });
            writer.Line();
            using (writer.Braces($"foreach (var {kept} in {states})"))
            {
                writer.Line($"{kept}{Torch.Keep};");
            }

            writer.Line();
            writer.Line($"return ({states}, {Torch.Stack}({shares}){Torch.Keep});");
        }
    }

    public void WriteForwardToExit()
    {
        Documentation.Summary(writer, $"Advances the state without gradients until each position has come to its exit, where the chances add up to {Literals.Readable(halt.Threshold)}.");
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"private {context.StateType} {context.Model.Names.ForwardToExit}({context.Parameters()})"))
        {
            Open();
            var loop = new LoopWriter(context, writer);
            loop.Write(
                Literals.Of(context.Settings.Steps),
                use: () => InScope($"{exits}.Exit({Share(loop)}, {loop.Next[0]}, {loop.Step} == {last});"),
                leave: () =>
                {
                    using (writer.Braces($"if ({exits}.HaveHalted)"))
                    {
                        writer.Line("break;");
                    }
                });
            writer.Line();
            writer.Line($"return {exits}.State{Torch.Keep};");
        }
    }

    private void Open()
    {
        PassOpening.Write(context, writer);
        writer.Line($"var {exits} = new {SupportFile.Exits.Name()}({Literals.Of(halt.Threshold)}, {Literals.Of($"{context.Model.DisplayName}.{halt.Member.Name}")});{Literals.Beside(halt.Threshold)}");
    }

    private string Share(LoopWriter loop)
        => $"{loop.Step} == {last} ? {exits}.Rest({loop.Next[0]}) : {exits}.Share({SteeringCall.Of(context, halt.Member, loop.Next, [], loop.Time, loop.Step)}, {loop.Next[0]})";

    private void InScope(string statement)
    {
        using (writer.Braces($"using ({Torch.NewScope})"))
        {
            writer.Line(statement);
        }

        writer.Line();
    }
}
