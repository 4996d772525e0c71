using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting;

/// <summary>Writes <c>forward</c>: straight-line code, a commented group for each step; a deep pass, which would be a wall of them, as a loop.</summary>
internal sealed class ForwardWriter(Scene scene, SourceWriter writer)
{
    private const int MostUnrolled = 16;

    private readonly IReadOnlyList<double> starts = Starts(scene.Settings);
    private readonly IReadOnlyDictionary<string, string> mixes = scene.MixesOfAPass();

    public void Write()
    {
        var steps = scene.Settings.Steps;
        Documentation.Summary(
            writer,
            $"Advances the state over {Documentation.Depth(scene)}:",
            $"<c>{Documentation.Update(scene)}</c>.",
            Documentation.Cost(scene));
        Documentation.Inputs(scene, writer);
        writer.Line($"/// <returns>The state after {Documentation.Count(steps, "step")}{(scene.Settings.Tolerance > 0 ? ", or earlier where it has settled" : "")}: new, and the caller's to dispose of.</returns>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"public override {scene.StateType} {EmittedNames.Forward}({scene.Parameters()})"))
        {
            WriteEarlyExit();
            PassOpening.Write(scene, writer);
            if (steps > MostUnrolled)
            {
                WriteLoop();
                return;
            }

            WriteMixes();
            WriteSteps();
            writer.Line();
            writer.Line($"return {Tuple.Kept(scene.StateAfter(steps))};");
        }
    }

    private void WriteEarlyExit()
    {
        if (scene.Settings.Tolerance == 0)
        {
            return;
        }

        using (writer.Braces($"if (!{Torch.IsGradEnabled})"))
        {
            writer.Line($"return {EmittedNames.ForwardUntil}({scene.Arguments([], scene.States)}, out _);");
        }

        writer.Line();
    }

    private void WriteLoop()
    {
        var loop = new LoopWriter(scene, writer);
        writer.Line();
        foreach (var kind in scene.Kinds)
        {
            var formulas = StepFormulas.Of(scene, kind, Tuple.Of(loop.Current), Tuple.Of(loop.Next));
            writer.Line($"// {Documentation.Count(kind.Steps.Count, "step")}: {string.Join("; ", formulas)}");
        }

        loop.Write(Literals.Of(scene.Settings.Steps));
        writer.Line();
        writer.Line($"return {Tuple.Kept(loop.Current)};");
    }

    /// <summary>The weights of all lerps: with one state they are of its dtype and device throughout.</summary>
    private void WriteMixes()
    {
        foreach (var mix in mixes)
        {
            writer.Line($"var {mix.Value} = {mix.Key}.For({scene.States[0]});");
        }
    }

    private void WriteSteps()
    {
        var steps = scene.Settings.Steps;
        var free = steps - scene.Settings.GradientSteps;
        if (free > 0)
        {
            writer.Line();
            writer.Line($"// The first {Documentation.Count(free, "step")} without gradients.");
            writer.Line($"{Torch.Tensor} {string.Join(", ", scene.StateAfter(free))};");
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

        var (from, to) = (scene.StateAfter(step), scene.StateAfter(step + 1));
        WriteComment(step, from, to);
        if (scene.IsCheckpointed)
        {
            writer.Line($"{Tuple.Declaration(to)} = {scene.Model.Names.Checkpointed}({scene.Arguments(StepArguments(step), from)});");
        }
        else
        {
            if (declare)
            {
                writer.Line($"{Torch.Tensor} {string.Join(", ", to)};");
            }

            new StepWriter(scene, writer, scene.KindOf(step), mixes).Write(from, to, new Clock.Unrolled(step, starts[step]), guard: scene.Depth.IsFirstUse(step) ? "true" : null);
        }

        if (step > 0)
        {
            writer.Line();
            from.ToList().ForEach(component => writer.Line($"{component}.Dispose();"));
        }
    }

    private void WriteComment(int step, IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        var formulas = StepFormulas.Of(scene, scene.KindOf(step), Tuple.Of(from), Tuple.Of(to)).ToList();
        var block = scene.Depth.Phases.Count > 1 ? $", {scene.Depth.PhaseOf(step).Block.Name}" : "";
        var title = $"// Step {step + 1} of {scene.Settings.Steps}{block}, t = {Literals.Short(starts[step])}:";
        if (formulas.Count == 1)
        {
            writer.Line($"{title} {formulas[0]}");
            return;
        }

        writer.Line(title);
        formulas.ForEach(formula => writer.Line($"//   {formula}"));
    }

    private IEnumerable<string> StepArguments(int step)
        => scene.UsesTime ? [Literals.Of(step), Literals.Of(starts[step])] : [Literals.Of(step)];

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
