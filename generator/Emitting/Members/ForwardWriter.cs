using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>forward</c>: straight-line code, a commented group for each step; a deep pass, which would be a wall of them, as a loop.</summary>
internal sealed class ForwardWriter(EmitContext context, SourceWriter writer)
{
    private readonly IReadOnlyList<double> starts = Starts(context.Settings);

    public void Write()
    {
        var steps = context.Settings.Steps;
        Documentation.Summary(
            writer,
            $"Advances the state over {Documentation.Depth(context)}:",
            $"<c>{Documentation.Update(context)}</c>.",
            Documentation.Cost(context));
        Documentation.Inputs(context, writer);
        writer.Line($"/// <returns>{Result()}: new, and the caller's to dispose of.</returns>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"public override {context.StateType} {EmittedNames.Forward}({context.Parameters()})"))
        {
            if (context.Steering.Halt is { IsDistribution: false })
            {
                WriteHalting();
                return;
            }

            if (context.Steering.Route is not null)
            {
                WriteRouting();
                return;
            }

            WriteEarlyExit();
            PassOpening.Write(context, writer);
            if (context.IsDeep)
            {
                WriteLoop();
                return;
            }

            PassOpening.WriteLocals(context.Rule.PassLocals, writer);
            WriteSteps();
            writer.Line();
            writer.Line($"return {StateTuple.Kept(context.StateAfter(steps))};");
        }
    }

    private string Result()
    {
        var steps = Documentation.Count(context.Settings.Steps, "step");
        if (context.Steering.Route is not null)
        {
            return $"The state after {steps}, of which each token has taken those that it was routed through";
        }

        return context.Steering.Halt switch
        {
            { Rule: HaltRule.Mean } => $"The mean of each position's states until it halts, after {steps} at most",
            { Rule: HaltRule.Mixture } => $"The mixture of each position's states until it halts, after {steps} at most",
            { } => $"The state after {steps}, or with gradients off each position's at its exit",
            _ => $"The state after {steps}{(context.EndsEarly ? ", or earlier where it has settled" : "")}",
        };
    }

    private void WriteHalting()
    {
        var (state, ponder) = (context.Local("state"), context.Local("ponder"));
        writer.Line($"var ({state}, {ponder}) = {EmittedNames.ForwardWithPonder}({context.Arguments([], context.States)});");
        writer.Line($"{ponder}.Dispose();");
        writer.Line($"return {state};");
    }

    private void WriteRouting()
    {
        var (state, logits, depths) = (context.Local("state"), context.Local("logits"), context.Local("depths"));
        writer.Line($"var ({state}, {logits}, {depths}) = {EmittedNames.ForwardWithRouting}({context.Arguments([], context.States)});");
        writer.Line($"{logits}.Dispose();");
        writer.Line($"{depths}.Dispose();");
        writer.Line($"return {state};");
    }

    private void WriteEarlyExit()
    {
        var exits = context.Steering.Halt is { IsDistribution: true };
        if (!context.EndsEarly && !exits)
        {
            return;
        }

        using (writer.Braces($"if (!{Torch.IsGradEnabled})"))
        {
            writer.Line(exits
                ? $"return {context.Model.Names.ForwardToExit}({context.Arguments([], context.States)});"
                : $"return {EmittedNames.ForwardUntil}({context.Arguments([], context.States)}, out _);");
        }

        writer.Line();
    }

    private void WriteLoop()
    {
        var loop = new LoopWriter(context, writer);
        writer.Line();
        foreach (var group in context.Groups)
        {
            var formulas = Documentation.Formulas(context, group.Coefficients, loop.Current, loop.Next, group.Phase.Block.Updates);
            writer.Line($"// {Documentation.Count(group.Steps.Count, "step")}: {string.Join("; ", formulas)}");
        }

        loop.Write(Literals.Of(context.Settings.Steps));
        writer.Line();
        writer.Line($"return {StateTuple.Kept(loop.Current)};");
    }

    private void WriteSteps()
    {
        var steps = context.Settings.Steps;
        var free = steps - context.Settings.GradientSteps;
        if (free > 0)
        {
            writer.Line();
            writer.Line($"// The first {Documentation.Count(free, "step")} without gradients.");
            writer.Line($"{Torch.Tensor} {string.Join(", ", context.StateAfter(free))};");
            DeclareCarry(free);
            using (writer.Braces($"using ({Torch.NoGrad})"))
            {
                for (var step = 0; step < free; step++)
                {
                    WriteStep(step, declare: step < free - 1, separate: step > 0);
                }
            }
        }

        for (var step = free; step < steps; step++)
        {
            WriteStep(step, declare: true, separate: true);
        }
    }

    private void WriteStep(int step, bool declare, bool separate)
    {
        if (separate)
        {
            writer.Line();
        }

        var (from, to) = (context.StateAfter(step), context.StateAfter(step + 1));
        WriteComment(step, from, to);
        if (context.IsCheckpointed)
        {
            var memory = context.Carry is null ? "" : $", {context.CarryAfter(step)}, out var {context.CarryAfter(step + 1)}";
            writer.Line($"{StateTuple.Declaration(to)} = {context.Model.Names.Checkpointed}({context.Arguments(StepArguments(step), from)}{memory});");
        }
        else
        {
            if (declare)
            {
                writer.Line($"{Torch.Tensor} {string.Join(", ", to)};");
                DeclareCarry(step + 1);
            }

            new StepWriter(context, writer, context.GroupOf(step), context.Rule.PassLocals).Write(from, to, new StepPosition.Unrolled(step, starts[step]), guard: context.Depth.IsFirstUse(step) ? "true" : null, energy: null, context.CarryAfter(step), context.CarryAfter(step + 1));
        }

        if (step > 0)
        {
            writer.Line();
            from.ToList().ForEach(component => writer.Line($"{component}.Dispose();"));
            if (context.Carry is not null)
            {
                writer.Line($"{context.CarryAfter(step)}?.Dispose();");
            }
        }
    }

    private void DeclareCarry(int step)
    {
        if (context.Carry is not null)
        {
            writer.Line($"{Torch.Tensor}? {context.CarryAfter(step)};");
        }
    }

    private void WriteComment(int step, IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        var formulas = Documentation.Formulas(context, context.CoefficientsOf(step), from, to, context.Depth.PhaseOf(step).Block.Updates);
        var block = context.Depth.Phases.Count > 1 ? $", {context.Depth.PhaseOf(step).Block.Name}" : "";
        var title = $"// Step {step + 1} of {context.Settings.Steps}{block}, time {Literals.Short(starts[step])}:";
        if (formulas.Count == 1)
        {
            writer.Line($"{title} {formulas[0]}");
            return;
        }

        writer.Line(title);
        formulas.ToList().ForEach(formula => writer.Line($"//   {formula}"));
    }

    private IEnumerable<string> StepArguments(int step)
        => context.UsesTime ? [Literals.Of(step), Literals.Of(starts[step])] : [Literals.Of(step)];

    private static List<double> Starts(Settings settings)
    {
        var starts = new List<double> { 0 };
        foreach (var dt in settings.Dt)
        {
            starts.Add(starts[starts.Count - 1] + dt);
        }

        return starts;
    }
}
