using System.Text;

namespace ScoreGen.Grammar.Tests;

/// <summary>Writes a class with the given settings, as a user would, and its <see cref="ICase"/> face.</summary>
internal static class CaseSource
{
    public static string Of(string name, Grammar grammar)
    {
        var two = grammar.States == 2;
        var (types, result) = two ? ("Tensor, Tensor, Tensor, (Tensor, Tensor)", "(Tensor, Tensor)") : ("Tensor, Tensor, Tensor", "Tensor");
        var inputs = two ? "state[0], state[1], context" : "state[0], context";
        return $$"""
            using System.Linq;
            using ScoreGen;
            using ScoreGen.Grammar.Tests;
            using TorchSharp;
            using TorchSharp.Modules;
            using static TorchSharp.torch;
            using static TorchSharp.torch.nn;

            [ScoreDepth({{grammar.Annotation}})]
            public sealed partial class {{name}} : Module<{{types}}>, ICase
            {
            {{Fields(grammar)}}
                public {{name}}() : base("{{name}}")
                {
            {{Construction(grammar)}}
                    RegisterComponents();
                }

            {{Blocks(grammar, two, result)}}
            {{SteeringSource.Methods(grammar)}}
                ScorePlan ICase.Plan => Depth;

                Parameter? ICase.LearnedDt => {{(grammar.Learned is null ? "null" : "dt")}};

                Core ICase.CoreOf(int phase, int index) => phase == 0 ? {{CoreOf(grammar, 0)}} : {{CoreOf(grammar, grammar.PhaseSteps.Length - 1)}};

                Tensor[] ICase.Forward(Tensor[] state, Tensor context) => Parts(call({{inputs}}));

            {{(grammar.TakesSteps ? $"    Tensor[] ICase.ForwardSteps(int steps, Tensor[] state, Tensor context) => Parts(ForwardSteps(steps, {inputs}));" : "")}}
            {{(grammar.TakesSizes ? $"    Tensor[] ICase.ForwardSchedule(double[] dt, Tensor[] state, Tensor context) => Parts(ForwardSchedule(dt, {inputs}));" : "")}}
            {{(grammar.HasCarry ? $"    (Tensor[] State, Tensor? Carry) ICase.ForwardWithCarry(Tensor[] state, Tensor context) => ForwardWithCarry({inputs}) is var (end, memory) ? (Parts(end), memory) : default;" : "")}}
            {{(grammar.EndsEarly ? $"    Tensor[] ICase.ForwardUntil(Tensor[] state, Tensor context, out int stepsTaken) => Parts(ForwardUntil({inputs}, out stepsTaken));" : "")}}
            {{(grammar.Route is null ? $"    (Tensor[] State, Tensor Energy) ICase.ForwardWithEnergy(Tensor[] state, Tensor context) => ForwardWithEnergy({inputs}) is var (end, energy) ? (Parts(end), energy) : default;" : "")}}

                Tensor[][] ICase.AllStates(Tensor[] state, Tensor context) => States({{inputs}}).Select(Parts).ToArray();

                private static Tensor[] Parts({{result}} state) => {{(two ? "new[] { state.Item1, state.Item2 }" : "new[] { state }")}};
            }
            """;
    }

    private static string Fields(Grammar grammar)
    {
        var text = new StringBuilder();
        for (var phase = 0; phase < grammar.PhaseSteps.Length; phase++)
        {
            var mark = grammar.UsesModules ? Mark(grammar, phase) + " " : "";
            text.AppendLine($"    {mark}private readonly {FieldType(grammar)} block{phase};");
            if (grammar.Own != OwnForm.None)
            {
                text.AppendLine($"    private readonly {(grammar.Own == OwnForm.Rows ? "Parameter" : "ModuleList<Linear>")} own{phase};");
            }
        }

        if (grammar.Learned is { } per)
        {
            text.AppendLine($"    [ScoreDt(Per = Per.{per}, Max = 1.25)] private readonly Parameter dt;");
        }

        text.Append(SteeringSource.Fields(grammar));

        return text.ToString();
    }

    private static string Construction(Grammar grammar)
    {
        var text = new StringBuilder();
        var skip = grammar.StripSkip ? "true" : "false";
        for (var phase = 0; phase < grammar.PhaseSteps.Length; phase++)
        {
            var make = grammar.UsesModules ? $"new {ModuleType(grammar)}({(grammar.HasSpeeds ? $"{phase}, " : "")}{skip})" : $"new Core({grammar.States}, {skip})";
            var list = $"new {FieldType(grammar)}({string.Join(", ", Enumerable.Repeat(make, grammar.PhaseSteps[phase]))})";
            text.AppendLine($"        block{phase} = {(grammar.UsesModules && grammar.Weights == WeightSharing.PerStep ? list : make)};");
            if (grammar.Own != OwnForm.None)
            {
                var each = string.Join(", ", Enumerable.Repeat($"Linear({Case.Width}, {Case.Width})", grammar.PhaseSteps[phase]));
                text.AppendLine($"        own{phase} = {(grammar.Own == OwnForm.Rows ? $"Parameter(randn({grammar.PhaseSteps[phase]}, {Case.Width}) * 0.3)" : $"ModuleList({each})")};");
            }
        }

        if (grammar.Learned is { } per)
        {
            var size = per switch { Per.Model => 1, Per.Step => grammar.Steps, _ => Case.Width };
            text.AppendLine($"        dt = Parameter(randn({size}) * 0.3);");
        }

        text.Append(SteeringSource.Construction(grammar));

        return text.ToString();
    }

    private static string Blocks(Grammar grammar, bool two, string result)
    {
        if (grammar.UsesModules)
        {
            return "";
        }

        var text = new StringBuilder();
        for (var phase = 0; phase < grammar.PhaseSteps.Length; phase++)
        {
            var (own, value) = Own(grammar, phase);
            var (parameters, state) = two ? ("Tensor x, Tensor v", "x, v") : ("Tensor h", "h");
            if (grammar.HasCarry)
            {
                var (type, returned) = grammar.HasSpeeds ? ("(Tensor, Tensor?)", $"parts[{phase}], now") : two ? ("(Tensor, Tensor, Tensor)", "parts[0], parts[1], now") : ("(Tensor, Tensor)", "parts[0], now");
                text.AppendLine($$"""
                        {{Mark(grammar, phase)}}
                        private {{type}} Apply{{phase}}({{parameters}}, Tensor context, [ScoreCarry] Tensor? memory, [ScoreTime] double time, [ScoreStep] int step, [ScoreStage] int stage{{own}})
                        {
                            var (parts, now) = Core.Remember(block{{phase}}.Evaluate(new[] { {{state}} }, context, time, step, stage){{value}}, memory);
                            return ({{returned}});
                        }
                    """);
                continue;
            }

            text.AppendLine($$"""
                    {{Mark(grammar, phase)}}
                    private {{(grammar.HasSpeeds ? "Tensor" : result)}} Apply{{phase}}({{parameters}}, {{(grammar.Route is null ? "" : "[ScorePerToken] ")}}Tensor context, [ScoreTime] double time, [ScoreStep] int step, [ScoreStage] int stage{{own}})
                        => {{(grammar.HasSpeeds ? "" : "Parts")}}(block{{phase}}.Evaluate(new[] { {{state}} }, context, time, step, stage){{value}}){{(grammar.HasSpeeds ? $"[{phase}]" : "")}};
                """);
        }

        if (grammar.Own != OwnForm.None)
        {
            var last = grammar.PhaseSteps.Length - 1;
            var call = grammar.Own == OwnForm.Modules ? ".call(context)" : "";
            text.AppendLine($"    Tensor ICase.Own(int phase, int index, Tensor context) => phase == 0 ? own0[index]{call} : own{last}[index]{call};");
        }

        text.AppendLine($"    private static {result} Parts(Tensor[] parts) => {(two ? "(parts[0], parts[1])" : "parts[0]")};");
        return text.ToString();
    }

    /// <summary>The parameter for what a step has for itself, and what becomes of the block's value.</summary>
    private static (string Parameter, string Value) Own(Grammar grammar, int phase) => grammar.Own switch
    {
        OwnForm.Rows => ($", [ScorePerStep(nameof(own{phase}))] Tensor own", ".Select(part => part + own).ToArray()"),
        OwnForm.Modules => ($", [ScorePerStep(nameof(own{phase}))] Linear own", ".Select(part => part + own.call(context)).ToArray()"),
        _ => ("", ""),
    };

    private static string Mark(Grammar grammar, int phase)
    {
        var order = grammar.HasPhases ? $"Order = {phase}, Steps = {grammar.PhaseSteps[phase]}" : "";
        var skip = grammar.StripSkip ? "StripSkip = true" : "";
        var updates = grammar.HasSpeeds ? $"Updates = {phase}" : "";
        return $"[ScoreBlock({string.Join(", ", new[] { order, updates, skip }.Where(part => part.Length > 0))})]";
    }

    private static string ModuleType(Grammar grammar) => grammar.HasSpeeds ? "Half" : grammar.States == 2 ? "Double" : "Single";

    private static string FieldType(Grammar grammar) => (grammar.Weights, grammar.UsesModules) switch
    {
        (WeightSharing.PerStep, true) => $"ModuleList<{ModuleType(grammar)}>",
        (_, true) => ModuleType(grammar),
        _ => "Core",
    };

    private static string CoreOf(Grammar grammar, int phase) => (grammar.Weights, grammar.UsesModules) switch
    {
        (WeightSharing.PerStep, true) => $"block{phase}[index].core",
        (_, true) => $"block{phase}.core",
        _ => $"block{phase}",
    };
}
