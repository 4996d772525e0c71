using System.Text;

namespace ScoreGen.Grammar.Tests;

/// <summary>Writes the members that steer a pass, and their <see cref="ICase"/> face.</summary>
internal static class SteeringSource
{
    public static string Fields(Grammar grammar)
    {
        var text = new StringBuilder();
        Append(text, grammar.Gate != GateForm.None, "    private readonly Linear gate;");
        Append(text, grammar.Stages == StageForm.Weights, "    [ScoreStageWeights] private readonly Parameter stages;");
        Append(text, grammar.Stages == StageForm.Mix, "    private readonly Linear share;");
        Append(text, grammar.Halt is not null, "    private readonly Linear halt;");
        Append(text, grammar.Route is not null, "    private readonly Linear route;");
        return text.ToString();
    }

    public static string Construction(Grammar grammar)
    {
        var text = new StringBuilder();
        Append(text, grammar.Gate != GateForm.None, $"        gate = Linear({((2 * grammar.States) + 1) * Case.Width}, 2 * {Case.Width});");
        Append(text, grammar.Stages == StageForm.Weights, $"        stages = Parameter(randn({PlainLoop.StagesOf(grammar.Integrator)}) * 0.2);");
        Append(text, grammar.Stages == StageForm.Mix, $"        share = Linear({2 * grammar.States * Case.Width}, {Case.Width});");
        Append(text, grammar.Halt is not null, $"        halt = Linear(2 * {Case.Width}, 1);");
        Append(text, grammar.Route is not null, $"        route = Linear(2 * {Case.Width}, {(grammar.Route == RouteChoice.Token ? grammar.Steps : 1)});");
        return text.ToString();
    }

    public static string Methods(Grammar grammar)
    {
        var text = new StringBuilder();
        Append(text, grammar.Gate != GateForm.None, Gate(grammar));
        Append(text, grammar.Stages == StageForm.Weights, "    Parameter? ICase.StageWeights => stages;");
        Append(text, grammar.Stages == StageForm.Mix, Mix(grammar));
        Append(text, grammar.Exit != ExitForm.None, Exit(grammar));
        Append(text, grammar.Halt is not null, Halt(grammar));
        Append(text, grammar.HasMap, After(grammar));
        Append(text, grammar.Route is not null, Route(grammar));
        return text.ToString();
    }

    private static string Gate(Grammar grammar)
    {
        var (parameters, arguments, parts) = grammar.States == 2
            ? ("Tensor x, Tensor v, Tensor fx, Tensor fv", "state[0], state[1], value[0], value[1]", "x, v, fx, fv")
            : ("Tensor h, Tensor f", "state[0], value[0]", "h, f");
        var isSize = grammar.Gate == GateForm.Size;
        return $$"""
                [ScoreDt]
                private {{(isSize ? "Tensor" : "(Tensor keep, Tensor write)")}} Decide({{parameters}}, Tensor context)
                {
                    var halves = gate.call(cat(new[] { {{parts}}, context }, -1)).sigmoid().chunk(2, -1);
                    return {{(isSize ? "halves[0]" : "(halves[0], halves[1].mean(new long[] { -1 }, keepdim: true))")}};
                }

                Tensor[] ICase.Gate(Tensor[] state, Tensor[] value, Tensor context)
                {
                    var decided = Decide({{arguments}}, context);
                    return {{(isSize ? "new[] { decided }" : "new[] { decided.keep, decided.write }")}};
                }

            """;
    }

    private static string Mix(Grammar grammar)
    {
        var (parameters, arguments, parts) = grammar.States == 2
            ? ("Tensor x1, Tensor v1, Tensor x2, Tensor v2", "first[0], first[1], second[0], second[1]", "x1, v1, x2, v2")
            : ("Tensor k1, Tensor k2", "first[0], second[0]", "k1, k2");
        return $$"""
                [ScoreStageWeights]
                private Tensor Weigh({{parameters}}) => share.call(cat(new[] { {{parts}} }, -1)).sigmoid();

                Tensor ICase.Mix(Tensor[] first, Tensor[] second) => Weigh({{arguments}});

            """;
    }

    private static string Halt(Grammar grammar)
    {
        var pass = grammar.Halt == HaltRule.Distribution
            ? "(Tensor[] States, Tensor Exits) ICase.ForwardWithExits(Tensor state, Tensor context) => ForwardWithExits(state, context);"
            : "(Tensor State, Tensor Ponder) ICase.ForwardWithPonder(Tensor state, Tensor context) => ForwardWithPonder(state, context);";
        return $$"""
                [ScoreHalt(Threshold = 0.8, Rule = HaltRule.{{grammar.Halt}})]
                private Tensor Halt({{(grammar.States == 2 ? "Tensor h, Tensor v" : "Tensor h")}}, Tensor context) => halt.call(cat(new[] { h, context }, -1)).sigmoid().squeeze(-1);

                Tensor ICase.Halt(Tensor state, Tensor context) => halt.call(cat(new[] { state, context }, -1)).sigmoid();

            {{(grammar.States == 1 ? "    " + pass : "")}}
            """;
    }

    private static string After(Grammar grammar)
    {
        var (parameters, result, arguments) = grammar.States == 2 ? ("Tensor x, Tensor v", "(Tensor, Tensor)", "state[0], state[1]") : ("Tensor h", "Tensor", "state[0]");
        var (map, parts) = ("(1.1 - (0.1 * step))", grammar.States == 2 ? "new[] { mapped.Item1, mapped.Item2 }" : "new[] { mapped }");
        return $$"""
                [ScoreAfterStep]
                private static {{result}} After({{parameters}}, Tensor context, [ScoreStep] int step)
                    => {{(grammar.States == 2 ? $"((x * v.cos() * {map}) + (0.1 * context), v.sin())" : $"(h.sin() * {map}) + (0.1 * context)")}};

                Tensor[] ICase.After(Tensor[] state, Tensor context, int step)
                {
                    var mapped = After({{arguments}}, context, step);
                    return {{parts}};
                }

            """;
    }

    private static string Route(Grammar grammar)
    {
        var capacity = grammar.Route == RouteChoice.Expert ? $"Capacity = new[] {{ {string.Join(", ", grammar.Capacity.Select(Grammar.Text))} }}, " : "";
        return $$"""
                [ScoreRoute(Choice = RouteChoice.{{grammar.Route}}, {{capacity}}Scale = 0.9)]
                private Tensor Route({{(grammar.States == 2 ? "Tensor h, Tensor v" : "Tensor h")}}, Tensor context) => route.call(cat(new[] { h, context }, -1));

                Tensor ICase.Route(Tensor state, Tensor context) => route.call(cat(new[] { state, context }, -1));

            {{(grammar.States == 1 ? "    (Tensor State, Tensor Logits, Tensor Depths) ICase.ForwardWithRouting(Tensor state, Tensor context) => ForwardWithRouting(state, context);" : "")}}
            """;
    }

    /// <summary>Settled is what has moved by less than a bound since the step before; the plain loop has the same bound.</summary>
    private static string Exit(Grammar grammar)
    {
        var (parameters, moved) = grammar.States == 2
            ? ("Tensor x, Tensor v, Tensor nextX, Tensor nextV", "(nextX - x).abs() + (nextV - v).abs()")
            : ("Tensor h, Tensor next", "(next - h).abs()");
        return grammar.Exit == ExitForm.Whole
            ? $"    [ScoreExit] private static bool Settled({parameters}) => ({moved}).max().ToDouble() < PlainLoop.Settled;"
            : $"    [ScoreExit] private static Tensor Settled({parameters}) => ({moved}).amax(new long[] {{ -1 }}) < PlainLoop.Settled;";
    }

    private static void Append(StringBuilder text, bool has, string lines)
    {
        if (has)
        {
            text.AppendLine(lines);
        }
    }
}
