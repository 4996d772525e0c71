using System;
using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Members;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>
/// A step of learned size. The field is <c>k = B(h) - c·h</c>, so that the next state is <c>h + dt·k</c>; exponential Euler takes
/// <c>1 - e^-dt</c> for dt.
/// </summary>
internal sealed class LearnedRule : StepRule
{
    private readonly EmitContext context;
    private readonly LearnedDt learned;
    private readonly string size;
    private readonly string mix;
    private readonly bool isExponential;

    public LearnedRule(EmitContext context, LearnedDt learned)
    {
        this.context = context;
        this.learned = learned;
        isExponential = context.Settings.Integrator == Integrator.ExponentialEuler;
        size = context.Take("size");
        mix = isExponential ? context.Take("mix") : size;

        // A checkpointed step computes its size again, or no gradient would reach the parameter.
        var isOfPass = learned.Per != Per.Step && context.Settings.IsUniform && !context.IsCheckpointed;
        PassLocals = isOfPass ? Locals(context.CoefficientsOf(0), "0", context.States[0]).ToList() : [];
    }

    public override string Remark => ", learned from there on";

    public override IEnumerable<string> Promises => ["HasLearnedDt = true"];

    public override bool IsOfEachStep => learned.Per == Per.Step;

    public override IReadOnlyList<PassLocal> PassLocals { get; }

    public override IReadOnlyList<PassLocal> HandedDown => PassLocals;

    public override IEnumerable<string> Formulas(StepCoefficients coefficients, string from, string to)
    {
        var block = coefficients.Applied(from);
        var dt = context.Letter("dt");
        var (step, keep) = isExponential ? ($"(1 - e^-{dt})", $"e^-{dt}") : (dt, $"1 - {dt}");
        yield return $"{to} = " + coefficients.Decay switch
        {
            0 => $"{from} + {step}·{block}",
            1 => $"({keep})·{from} + {step}·{block}",
            _ => $"(1 - 2·{step})·{from} + {step}·{block}",
        };
    }

    public override void Open(SourceWriter writer, StepCoefficients coefficients, string step, string state, IReadOnlyList<PassLocal> atHand)
    {
        foreach (var local in atHand.Count > 0 ? [] : Locals(coefficients, step, state))
        {
            writer.Line($"var {local.Name} = {local.Expression};");
        }
    }

    public override string Combine(StepCoefficients coefficients, int row, string from, int component, IReadOnlyList<PassLocal> atHand)
    {
        var value = context.Value(0)[component];
        return coefficients.Decay switch
        {
            0 => $"{value}.mul({mix}).add_({from})",
            1 => $"{from}.lerp({value}, {mix})",
            _ => $"{value}.add({from}, {coefficients.Holder}.Decay).mul({mix}).add_({from})",
        };
    }

    public override string Energy(StepCoefficients coefficients, string state, string value, string next)
        => $"{Squares(coefficients.Field(state, value))}.mul({size}).mean()";

    public override void WriteCoefficients(SourceWriter writer, StepCoefficients coefficients)
    {
        var dt = coefficients.Step.Dt;
        writer.Line($"// ln(dt / (Max - dt)): where p = 0 gives dt = {Literals.Readable(dt)}");
        writer.Line(Torch.Constant("Offset", Math.Log(dt / (learned.Max - dt))));
        if (learned.Max != 1 && coefficients == context.CoefficientsOf(0))
        {
            writer.Line(Torch.Constant("Max", learned.Max));
        }

        coefficients.WriteDecay(writer);
    }

    public override IEnumerable<Action> Members(SourceWriter writer) => [() => StepSizeWriter.Write(context, learned, writer)];

    private IEnumerable<PassLocal> Locals(StepCoefficients coefficients, string step, string state)
    {
        yield return new PassLocal(size, $"{context.Model.Names.StepSize}({string.Join(", ", StepSizeWriter.Arguments(learned, coefficients, step, state))})");
        if (isExponential)
        {
            yield return new PassLocal(mix, $"{size}.neg().expm1().neg()");
        }
    }
}
