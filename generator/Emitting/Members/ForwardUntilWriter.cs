using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>ForwardUntil</c>: the pass that stops early once the state has settled.</summary>
internal sealed class ForwardUntilWriter(EmitContext context, SourceWriter writer)
{
    private readonly string taken = context.Local("stepsTaken");
    private readonly string settles = context.Local("settles");
    private readonly string settled = context.Local("settled");
    private readonly string positions = context.Local("positions");

    private Exit? Exit => context.Steering.Exit;

    private bool IsPerPosition => Exit is { IsPerPosition: true };

    public void Write()
    {
        Documentation.Summary(writer, Summary());
        Documentation.Inputs(context, writer);
        writer.Line($"/// <param name=\"{taken}\">How many steps were taken.</param>");
        writer.Line("/// <returns>The state after those steps: new, and the caller's to dispose of.</returns>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"{Modifiers.Of(context.Model.Names, EmittedNames.ForwardUntil)}{context.StateType} {EmittedNames.ForwardUntil}({context.Parameters()}, out int {taken})"))
        {
            if (!context.EndsEarly)
            {
                writer.Line($"{taken} = {context.Settings.Steps};");
                writer.Line($"return {EmittedNames.Forward}({context.Arguments([], context.States)});");
                return;
            }

            WriteLoop();
        }
    }

    private string Summary()
    {
        var steps = Documentation.Count(context.Settings.Steps, "step");
        return Exit switch
        {
            { IsPerPosition: true } => $"Advances the state until all of it has settled, if gradients are off; else over all {steps}. What has settled, as {Exit.Member.Name} says, keeps its state.",
            { } => $"Advances the state until {Exit.Member.Name} says that it has settled, if gradients are off; else over all {steps}.",
            _ when context.EndsEarly => $"Advances the state until a step changes it by less than {Literals.Readable(context.Settings.Tolerance)} of its norm, if gradients are off; else over all {steps}.",
            _ => $"Advances the state over all {steps}: with Tolerance = 0 none is left out.",
        };
    }

    private void WriteLoop()
    {
        PassOpening.Write(context, writer);
        writer.Line($"var {settles} = !{Torch.IsGradEnabled};");
        if (IsPerPosition)
        {
            writer.Line($"var {positions} = new {SupportFile.Settled.Name()}({Literals.Of($"{context.Model.DisplayName}.{Exit!.Member.Name}")});");
        }

        writer.Line($"{taken} = 0;");
        var loop = new LoopWriter(context, writer);
        loop.Write(Literals.Of(context.Settings.Steps), () => WriteQuestion(loop), WriteLeave);
        writer.Line();
        writer.Line($"return {StateTuple.Kept(loop.Current)};");
    }

    private void WriteQuestion(LoopWriter loop)
    {
        writer.Line($"{taken} = {loop.Step} + 1;");
        if (Exit is null)
        {
            var change = $"{SupportFile.Norms.Name("RelativeChange")}({StateTuple.Array(loop.Current)}, {StateTuple.Array(loop.Next)})";
            writer.Line($"var {settled} = {settles} && {change} < {Literals.Of(context.Settings.Tolerance)};");
            return;
        }

        writer.Line($"var {settled} = false;");
        using (writer.Braces($"if ({settles})"))
        {
            foreach (var (before, after) in IsPerPosition ? loop.Current.Zip(loop.Next, (before, after) => (before, after)) : [])
            {
                writer.Line($"{after} = {positions}.Keep({before}, {after});");
            }

            var answer = SteeringCall.Of(context, Exit.Member, loop.Current, loop.Next, loop.Time, loop.Step);
            writer.Line($"using var {context.Local("scope")} = {Torch.NewScope};");
            writer.Line(IsPerPosition ? $"{settled} = {positions}.Add({answer}, {string.Join(", ", loop.Next)});" : $"{settled} = {answer};");
        }

        writer.Line();
    }

    private void WriteLeave()
    {
        using (writer.Braces($"if ({settled})"))
        {
            writer.Line("break;");
        }
    }
}
