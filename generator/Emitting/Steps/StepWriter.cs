using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>
/// Writes one step: the evaluations of the block, each in a scope of its own, and the next state as a new tensor.
/// <code>
/// using (torch.NewDisposeScope())
/// {
///     var f = Block(h);
///     h1 = h.lerp(f, mix).MoveToOuterDisposeScope();
/// }
/// </code>
/// </summary>
/// <param name="context">The class.</param>
/// <param name="writer">Where to write.</param>
/// <param name="group">The way in which the step is written.</param>
/// <param name="atHand">What the pass has made that is the same at every step.</param>
/// <param name="size">The variable that holds the coefficients of a step whose size is chosen at run time; null for a step as it is declared.</param>
internal sealed class StepWriter(EmitContext context, SourceWriter writer, StepGroup group, IReadOnlyList<PassLocal> atHand, string? size = null)
{
    private readonly BlockCall block = new(context, group.Phase.Block);
    private readonly StepCoefficients coefficients = group.Coefficients with { Size = size, Updates = group.Phase.Block.Updates };
    private readonly IReadOnlyList<int> updated = group.Phase.Block.Updated(context.States.Count);

    /// <param name="from">The old state.</param>
    /// <param name="to">The variables that take the next one.</param>
    /// <param name="position">What the block is told of the step.</param>
    /// <param name="guard">The condition under which the first value is checked; "true" for always, null for never.</param>
    /// <param name="energy">The variable that takes the energy of the step; null where nobody asks.</param>
    /// <param name="carry">The memory that the block is given; null where it has none.</param>
    /// <param name="carried">The variable that takes the memory that it hands on.</param>
    public void Write(IReadOnlyList<string> from, IReadOnlyList<string> to, StepPosition position, string? guard, string? energy = null, string? carry = null, string? carried = null)
    {
        using (writer.Braces($"using ({Torch.NewScope})"))
        {
            context.Rule.Open(writer, coefficients, position.Step, from[updated[0]], atHand);
            for (var stage = 0; stage < coefficients.Step.Evaluations; stage++)
            {
                WriteStage(stage, from, position, carry);
                if (stage == 0 && guard is not null)
                {
                    WriteGuard(Updated(context.Value(0)), Updated(from), group.Phase.Block.Name, guard);
                }
            }

            context.Rule.Close(writer, coefficients, position, from, guard);
            IReadOnlyList<string> next = from
                .Select((component, i) => updated.Contains(i) ? context.Rule.Combine(coefficients, coefficients.Step.Evaluations, component, i, atHand) : $"{component}.clone()")
                .ToList();
            if (carry is not null)
            {
                writer.Line($"{carried} = {SupportFile.Carry.Name("Keep")}({(group.Phase.Block.HasCarry ? Memory : carry)});");
            }

            if (context.Steering.After is { } after)
            {
                WriteAfter(after, next, from, to, position, guard, energy);
                return;
            }

            for (var i = 0; i < to.Count; i++)
            {
                writer.Line($"{to[i]} = {next[i]}{Torch.Keep};");
            }

            WriteEnergy(energy, from, to);
        }
    }

    /// <summary>Writes the map of the new state. What it returns may be an input, which is not the pass's to free: an alias of it is.</summary>
    private void WriteAfter(SteeringMember after, IReadOnlyList<string> next, IReadOnlyList<string> from, IReadOnlyList<string> to, StepPosition position, string? guard, string? energy)
    {
        if (energy is not null || next.Count > 1)
        {
            var moved = context.Locals("moved");
            for (var i = 0; i < moved.Count; i++)
            {
                writer.Line($"var {moved[i]} = {next[i]};");
            }

            WriteEnergy(energy, from, moved);
            next = moved;
        }

        var mapped = context.Locals("mapped");
        writer.Line($"{StateTuple.Declaration(mapped)} = {SteeringCall.Of(context, after, next, [], position.TimeOf(0), position.Step)};");
        if (guard is not null)
        {
            WriteGuard(mapped, from, after.Name, guard);
        }

        for (var i = 0; i < to.Count; i++)
        {
            writer.Line($"{to[i]} = {mapped[i]}.alias(){Torch.Keep};");
        }
    }

    private void WriteEnergy(string? energy, IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        if (energy is not null)
        {
            writer.Line($"{energy} = {new EnergyFormula(context, coefficients).Of(from, to)}{Torch.Keep};");
        }
    }

    private string Memory => context.Local("memory");

    private void WriteStage(int stage, IReadOnlyList<string> from, StepPosition position, string? carry)
    {
        var point = from;
        if (stage > 0)
        {
            point = from.Select((component, i) => updated.Contains(i) ? context.Point(stage)[i] : component).ToList();
            foreach (var i in updated)
            {
                writer.Line($"var {point[i]} = {context.Rule.Combine(coefficients, stage, from[i], i, atHand)};");
            }
        }

        var values = Updated(context.Value(stage));
        writer.Line($"{StateTuple.Declaration(group.Phase.Block.HasCarry ? [.. values, Memory] : values)} = {Call(stage, point, position, carry)};");
    }

    /// <summary>Of one thing for each part of the state, those of the parts that the block moves.</summary>
    private IReadOnlyList<string> Updated(IReadOnlyList<string> parts) => updated.Select(i => parts[i]).ToList();

    private string Call(int stage, IReadOnlyList<string> point, StepPosition position, string? carry)
    {
        var c = context.Tableau.C[stage];
        var time = size is null ? position.TimeOf(c * coefficients.Step.Dt) : position.TimeOf(c, coefficients.Dt);
        var index = position.IndexIn(context.Depth.CycleSteps, context.Depth.StartOf(group.Phase), context.Settings.Cycles > 1);
        if (coefficients.Step.Evaluations == 1)
        {
            return block.Direct(point, time, position.Step, Literals.Of(stage), index, carry ?? "null");
        }

        var extras = block.Extras(time, position.Step, Literals.Of(stage), index).Select(extra => extra.Name);
        return $"{context.EvaluateName(group.Phase)}({string.Join(", ", point.Concat(context.Contexts.Select(input => input.Name)).Concat(extras))})";
    }

    private void WriteGuard(IReadOnlyList<string> values, IReadOnlyList<string> from, string member, string condition)
    {
        using (condition == "true" ? default(System.IDisposable) : writer.Braces($"if ({condition})"))
        {
            for (var i = 0; i < from.Count; i++)
            {
                writer.Line($"{SupportFile.Depth.Name("RequireSameState")}({values[i]}, {from[i]}, {Literals.Of($"{context.Model.DisplayName}.{member}")});");
            }
        }

        if (condition != "true")
        {
            writer.Line();
        }
    }
}
