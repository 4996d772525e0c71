using System.Collections.Generic;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>
/// A step whose size depends on the state: <c>h + g·k</c> with the field <c>k = B(h) - c·h</c>, or in place of the update rule
/// <c>keep·h + write·F</c>.
/// </summary>
internal sealed class GatedRule : StepRule
{
    private readonly EmitContext context;
    private readonly Gate gate;
    private readonly IReadOnlyList<string> sizes;

    public GatedRule(EmitContext context, Gate gate)
    {
        this.context = context;
        this.gate = gate;
        sizes = gate.ReplacesRule ? [context.Take("keep"), context.Take("write")] : [context.Take("gate")];
    }

    public override string Remark => gate.ReplacesRule ? $", kept and written as {gate.Member.Name} decides" : $", gated by {gate.Member.Name}";

    public override IEnumerable<string> Promises => ["HasGate = true"];

    public override bool IsOfOneSize => !(gate.ReplacesRule && context.UsesEnergy);

    public override bool IsBounded => false;

    public override string EnergyFormula(string field) => gate.ReplacesRule ? "dt·mean(((h[t+1] - h[t])/dt)²)" : $"mean(g·({field})²)";

    public override IReadOnlyList<PassLocal> PassLocals => [];

    public override IReadOnlyList<PassLocal> HandedDown => [];

    public override IEnumerable<string> Formulas(StepCoefficients coefficients, string from, string to)
    {
        var block = coefficients.Applied(from);
        var g = context.Letter("g");
        yield return $"{to} = " + (gate.ReplacesRule, gate.ReplacesRule ? SkipOf(coefficients) : coefficients.Decay) switch
        {
            (true, 0) => $"{sizes[0]}·{from} + {sizes[1]}·{block}",
            (true, _) => $"({sizes[0]} - {sizes[1]})·{from} + {sizes[1]}·{block}",
            (false, 0) => $"{from} + {g}·{block}",
            (false, 1) => $"(1 - {g})·{from} + {g}·{block}",
            _ => $"(1 - 2·{g})·{from} + {g}·{block}",
        };
    }

    public override void Close(SourceWriter writer, StepCoefficients coefficients, StepPosition position, IReadOnlyList<string> from, string? guard)
    {
        writer.Line($"{StateTuple.Declaration(sizes)} = {SteeringCall.Of(context, gate.Member, from, context.Value(0), position.TimeOf(0), position.Step)};");
        Broadcasting.WriteGuard(context, writer, gate.Member, sizes, from, guard);
    }

    public override string Combine(StepCoefficients coefficients, int row, string from, int component, IReadOnlyList<PassLocal> atHand)
    {
        var value = context.Value(0)[component];
        if (gate.ReplacesRule)
        {
            var f = SkipOf(coefficients) == 0 ? value : $"{value}.sub({from})";
            return $"{from}.mul({sizes[0]}).add_({f}.mul({sizes[1]}))";
        }

        return coefficients.Decay switch
        {
            0 => $"{value}.mul({sizes[0]}).add_({from})",
            1 => $"{from}.lerp({value}, {sizes[0]})",
            _ => $"{value}.add({from}, {coefficients.Holder}.Decay).mul({sizes[0]}).add_({from})",
        };
    }

    public override string Energy(StepCoefficients coefficients, string state, string value, string next) => gate.ReplacesRule
        ? $"{Squares($"{next}.sub({state})")}.mean().div({coefficients.Holder}.Dt)"
        : $"{Squares(coefficients.Field(state, value))}.mul({sizes[0]}).mean()";

    public override bool HasCoefficients(StepCoefficients coefficients) => gate.ReplacesRule ? context.UsesEnergy : coefficients.Decay == 2;

    public override void WriteCoefficients(SourceWriter writer, StepCoefficients coefficients)
    {
        if (!gate.ReplacesRule)
        {
            coefficients.WriteDecay(writer);
            return;
        }

        writer.Line("// a step from h to next has the energy dt·mean(((next - h) / dt)²)");
        writer.Line(Torch.Constant("Dt", coefficients.Step.Dt));
    }

    /// <summary>How often h is taken off the block's value to get F.</summary>
    private static int SkipOf(StepCoefficients coefficients) => coefficients.Step.StripSkip ? 1 : 0;
}
