using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>ForwardWithPonder</c>: the pass whose positions halt, and what their thinking costs.</summary>
internal sealed class ForwardWithPonderWriter(EmitContext context, SourceWriter writer)
{
    private readonly Halt halt = context.Steering.Halt!;
    private readonly string ends = context.Local("ends");
    private readonly string halting = context.Local("halting");

    public void Write()
    {
        var isMean = halt.Rule == HaltRule.Mean;
        Documentation.Summary(
            writer,
            isMean
                ? $"Advances the state until every position has halted: after each step {halt.Member.Name} gives each its chance p, and what comes out is <c>Σ p·h</c> over its steps, the last one taking the rest."
                : $"Advances the state until every position has halted: before each step {halt.Member.Name} gives each its chance p, and what comes out is <c>p·h + (1 - p)·out</c> over its steps.",
            $"At most {Documentation.Count(context.Settings.Steps, "step")}; with gradients off the pass ends when no position runs any more.");
        Documentation.Inputs(context, writer);
        writer.Line("/// <returns>The state, and for each position the steps that it ran and its remainder at halting: both new, and the caller's to dispose of.</returns>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        var result = $"({context.StateType} State, {Torch.Tensor} Ponder)";
        using (writer.Braces($"{Modifiers.Of(context.Model.Names, EmittedNames.ForwardWithPonder)}{result} {EmittedNames.ForwardWithPonder}({context.Parameters()})"))
        {
            PassOpening.Write(context, writer);
            writer.Line($"var {ends} = !{Torch.IsGradEnabled};");
            writer.Line($"var {halting} = new {(isMean ? SupportFile.Mean : SupportFile.Mixture).Name()}({Literals.Of(halt.Threshold)}, {Literals.Of($"{context.Model.DisplayName}.{halt.Member.Name}")});{Literals.Beside(halt.Threshold)}");
            var loop = new LoopWriter(context, writer) { KeepsSegments = true };
            loop.Open = isMean ? null : () => InScope($"{halting}.Ask({Chances(loop, loop.Current[0])}, {loop.Current[0]});");
            loop.Write(Literals.Of(context.Settings.Steps), () => WriteAdd(loop, isMean), WriteLeave);
            writer.Line();
            writer.Line($"return ({halting}.State{Torch.Keep}, {halting}.Ponder{Torch.Keep});");
        }
    }

    private void WriteAdd(LoopWriter loop, bool isMean)
    {
        var next = loop.Next[0];
        if (isMean)
        {
            writer.Line($"{next} = {halting}.Keep({loop.Current[0]}, {next});");
        }

        InScope(isMean ? $"{halting}.Add({Chances(loop, next)}, {next}, {loop.Step} == {Literals.Of(context.Settings.Steps - 1)});" : $"{halting}.Add({next});");
    }

    private string Chances(LoopWriter loop, string state) => SteeringCall.Of(context, halt.Member, [state], [], loop.Time, loop.Step);

    private void InScope(string statement)
    {
        using (writer.Braces($"using ({Torch.NewScope})"))
        {
            writer.Line(statement);
        }

        writer.Line();
    }

    private void WriteLeave()
    {
        using (writer.Braces($"if ({ends} && {halting}.HaveHalted)"))
        {
            writer.Line("break;");
        }
    }
}
