using System;
using System.Collections.Generic;
using System.Linq;

namespace ScoreGen.Generator.Emitting;

/// <summary>Writes a loop over steps and frees each state that the pass itself made, once it is used.</summary>
internal sealed class LoopWriter(Scene scene, SourceWriter writer)
{
    private readonly string time = scene.Local("time");

    /// <summary>The counter of steps.</summary>
    public string Step { get; } = scene.Local("step");

    /// <summary>The variables that hold the state reached so far.</summary>
    public IReadOnlyList<string> Current { get; } = scene.Locals("current");

    /// <summary>The variables that hold the next state.</summary>
    public IReadOnlyList<string> Next { get; } = scene.Locals("next");

    /// <summary>The variable that takes the energy of a step; null where nobody asks.</summary>
    public string? Energy { get; set; }

    /// <summary>Whether the states are handed on, so that none is freed here.</summary>
    public bool KeepsStates { get; set; }

    /// <summary>Whether gradients are off in any case, so that nothing is recomputed or cut.</summary>
    public bool WithoutGradients { get; set; }

    /// <param name="count">The number of steps, as an expression.</param>
    /// <param name="use">Writes what is done with a step once <see cref="Next"/> is computed.</param>
    /// <param name="leave">Writes what may end the loop, once <see cref="Current"/> is the new state.</param>
    public void Write(string count, Action? use = null, Action? leave = null)
    {
        writer.Line($"{Tuple.Declaration(Current)} = {Tuple.Of(scene.States)};");
        if (scene.UsesTime)
        {
            writer.Line($"var {time} = 0.0;");
        }

        using (writer.Braces($"for (var {Step} = 0; {Step} < {count}; {Step}++)"))
        {
            WriteAdvance(count);
            use?.Invoke();
            if (!KeepsStates)
            {
                using (writer.Braces($"if ({Step} > 0)"))
                {
                    Current.ToList().ForEach(component => writer.Line($"{component}.Dispose();"));
                }

                writer.Line();
            }

            writer.Line($"{Tuple.Of(Current)} = {Tuple.Of(Next)};");
            if (scene.UsesTime)
            {
                writer.Line($"{time} += {Dt()};");
            }

            leave?.Invoke();
        }
    }

    private void WriteAdvance(string count)
    {
        var call = $"{Method()}({scene.Arguments(scene.UsesTime ? [Step, time] : [Step], Current)}{(Energy is null ? "" : $", out var {Energy}")});";
        if (scene.IsTruncated && !WithoutGradients)
        {
            writer.Line($"using var {scene.Local("gradients")} = {Torch.SetGrad}({Torch.IsGradEnabled} && {Step} >= {FirstWithGradients(count)});");
        }

        writer.Line($"{Tuple.Declaration(Next)} = {call}");
    }

    private string FirstWithGradients(string count)
        => count == Literals.Of(scene.Settings.Steps)
            ? Literals.Of(scene.Settings.Steps - scene.Settings.GradientSteps)
            : $"{count} - {scene.Settings.GradientSteps}";

    private string Method() => (Energy is not null, scene.IsCheckpointed && !WithoutGradients) switch
    {
        (false, false) => scene.Model.Names.Advance,
        (true, false) => scene.Model.Names.AdvanceWithEnergy,
        (false, true) => scene.Model.Names.Checkpointed,
        (true, true) => scene.Model.Names.CheckpointedWithEnergy,
    };

    private string Dt() => scene.Settings.IsUniform ? Literals.Of(scene.Settings.Dt[0]) : $"Depth.Dt[{Step}]";
}
