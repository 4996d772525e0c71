using System;
using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes a loop over steps and frees each state that the pass itself made, once it is used.</summary>
internal sealed class LoopWriter(EmitContext context, SourceWriter writer)
{
    /// <summary>The counter of steps.</summary>
    public string Step { get; } = context.Local("step");

    /// <summary>The depth time, where anything asks for it.</summary>
    public string Time { get; } = context.Local("time");

    /// <summary>The variables that hold the state reached so far.</summary>
    public IReadOnlyList<string> Current { get; } = context.Locals("current");

    /// <summary>The variables that hold the next state.</summary>
    public IReadOnlyList<string> Next { get; } = context.Locals("next");

    /// <summary>The variable that takes the energy of a step; null where nobody asks.</summary>
    public string? Energy { get; set; }

    /// <summary>The coefficients of a step whose size is chosen at run time, as an expression; null for steps as they are declared.</summary>
    public string? Size { get; set; }

    /// <summary>Whether the states are handed on, so that none is freed here.</summary>
    public bool KeepsStates { get; set; }

    /// <summary>Whether what the member returns depends on the steps of every segment, so that each keeps its graph.</summary>
    public bool KeepsSegments { get; set; }

    /// <summary>Whether gradients are off in any case, so that nothing is recomputed or cut.</summary>
    public bool WithoutGradients { get; set; }

    /// <summary>What the routed tokens are held in, where tokens are routed.</summary>
    public string Routing { get; } = context.Local("routing");

    /// <summary>Writes what is done before a step is taken.</summary>
    public Action? Open { get; set; }

    /// <param name="count">The number of steps, as an expression.</param>
    /// <param name="use">Writes what is done with a step once <see cref="Next"/> is computed.</param>
    /// <param name="leave">Writes what may end the loop, once <see cref="Current"/> is the new state.</param>
    public void Write(string count, Action? use = null, Action? leave = null)
    {
        PassOpening.WriteLocals(context.Rule.HandedDownTo(Kind), writer);
        if (context.Steering.Route is not null)
        {
            new AdvanceChosenWriter(context, writer, Kind).WriteOpening(Routing);
        }

        writer.Line($"{StateTuple.Declaration(Current)} = {StateTuple.Of(context.States)};");
        if (context.Carry is not null)
        {
            writer.Line($"{Torch.Tensor}? {context.Carry} = null;");
        }

        if (context.UsesTime)
        {
            writer.Line($"var {Time} = 0.0;");
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

            writer.Line($"{StateTuple.Of(Current)} = {StateTuple.Of(Next)};");
            if (context.Carry is not null)
            {
                writer.Line($"{context.Carry}?.Dispose();");
                writer.Line($"{context.Carry} = {AdvanceWriter.Carried(context)};");
            }

            if (context.UsesTime)
            {
                writer.Line($"{Time} += {Dt()};");
            }

            leave?.Invoke();
        }
    }

    private void WriteAdvance(string count)
    {
        var memory = context.Carry is null ? "" : $", {context.Carry}, out var {AdvanceWriter.Carried(context)}";
        var call = $"{Method()}({context.Arguments(Position(), Current)}{memory}{(Energy is null ? "" : $", out var {Energy}")});";
        if (CutsSegments)
        {
            WriteCut();
        }
        else if (context.IsTruncated && !WithoutGradients)
        {
            writer.Line($"using var {context.Local("gradients")} = {Torch.SetGrad}({Torch.IsGradEnabled} && {Step} >= {FirstWithGradients(count)});");
        }

        Open?.Invoke();
        writer.Line($"{StateTuple.Declaration(Next)} = {call}");
    }

    private bool CutsSegments => context.Settings.SegmentSteps > 0 && KeepsSegments && !WithoutGradients;

    /// <summary>Goes on from the state without its graph where a segment begins.</summary>
    private void WriteCut()
    {
        var each = context.Settings.SegmentSteps;
        using (writer.Braces($"if ({Step} > 0{(each == 1 ? "" : $" && {Step} % {Literals.Of(each)} == 0")})"))
        {
            foreach (var component in Current)
            {
                Cut(component, KeepsStates, "");
            }

            if (context.Carry is not null)
            {
                Cut(context.Carry, isKept: false, "?");
            }
        }

        writer.Line();
    }

    private void Cut(string tensor, bool isKept, string mark)
    {
        if (isKept)
        {
            writer.Line($"{tensor} = {tensor}.detach();");
            return;
        }

        var attached = context.Local("attached" + char.ToUpperInvariant(tensor[0]) + tensor.Substring(1));
        writer.Line($"var {attached} = {tensor};");
        writer.Line($"{tensor} = {attached}{mark}.detach();");
        writer.Line($"{attached}{mark}.Dispose();");
    }

    private StepKind Kind => Size is not null ? StepKind.Sized : Energy is not null ? StepKind.WithEnergy : StepKind.Plain;

    private IEnumerable<string> Position()
        => (context.Steering.Route is null ? Array.Empty<string>() : [Routing])
            .Concat(context.UsesTime ? [Step, Time] : [Step])
            .Concat(Size is null ? [] : [Size])
            .Concat(context.Rule.HandedDownTo(Kind).Select(local => local.Name));

    private string FirstWithGradients(string count)
    {
        var segment = context.Settings.SegmentSteps;
        return count == Literals.Of(context.Settings.Steps) ? Literals.Of(context.Settings.Steps - context.Settings.GradientSteps)
            : segment == 0 ? $"{count} - {context.Settings.GradientSteps}"
            : segment == 1 ? $"{count} - 1"
            : $"({count} - 1) / {segment} * {segment}";
    }

    private string Method()
        => context.Steering.Route is not null ? AdvanceChosenWriter.Name(context, Kind)
            : context.IsCheckpointed && !WithoutGradients ? CheckpointWriter.Name(context, Kind)
            : AdvanceWriter.Name(context, Kind);

    private string Dt() => Size is not null ? $"{Size}.Dt" : context.Settings.IsUniform ? Literals.Of(context.Settings.Dt[0]) : $"Depth.Dt[{Step}]";
}
