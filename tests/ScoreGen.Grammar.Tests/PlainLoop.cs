using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>The same mathematics as a loop over unfolded stages, written for reading and not for speed.</summary>
internal sealed class PlainLoop(Grammar grammar, ICase module)
{
    private static readonly Dictionary<Integrator, (double[][] A, double[] B)> Tableaus = new()
    {
        [Integrator.Euler] = ([[]], [1]),
        [Integrator.ExponentialEuler] = ([[]], [1]),
        [Integrator.Midpoint] = ([[], [0.5]], [0, 1]),
        [Integrator.Heun] = ([[], [1]], [0.5, 0.5]),
        [Integrator.Ralston] = ([[], [2.0 / 3]], [0.25, 0.75]),
        [Integrator.Ssprk3] = ([[], [1], [0.25, 0.25]], [1.0 / 6, 1.0 / 6, 2.0 / 3]),
        [Integrator.Rk4] = ([[], [0.5], [0, 0.5], [0, 0, 1]], [1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6]),
        [Integrator.ThreeEighths] = ([[], [1.0 / 3], [-1.0 / 3, 1], [1, -1, 1]], [0.125, 0.375, 0.375, 0.125]),
    };

    /// <summary>The states after each step, the given one first, and the energy of the path.</summary>
    public (List<Tensor[]> States, Tensor Energy) Run(Tensor[] state, Tensor context)
    {
        var states = new List<Tensor[]> { state };
        var energy = zeros(1, dtype: ScalarType.Float64).sum();
        var time = 0.0;
        for (var step = 0; step < grammar.Steps; step++)
        {
            var free = grammar.Backprop == Backprop.Truncated && step < grammar.Steps - Grammar.BackpropSteps;
            using var gradients = set_grad_enabled(is_grad_enabled() && !free);
            var (next, field) = Step(states[^1], context, step, time);
            var dt = StepSize(step);
            energy = energy + field.Select(k => (dt * k * k).mean()).Aggregate((sum, part) => sum + part);
            states.Add(next);
            time += grammar.Sizes[step];
        }

        return (states, energy);
    }

    /// <summary>One step, and the field at its start.</summary>
    private (Tensor[] Next, Tensor[] Field) Step(Tensor[] h, Tensor context, int step, double time)
    {
        var dt = StepSize(step);
        var (a, b) = Tableaus[grammar.Integrator];
        var fields = new List<Tensor[]>();
        for (var stage = 0; stage < b.Length; stage++)
        {
            var y = Combine(h, dt, a[stage], fields);
            fields.Add(Field(y, context, time + (a[stage].Sum() * grammar.Sizes[step]), step, stage));
        }

        var mix = grammar.Integrator == Integrator.ExponentialEuler ? 1 - (-dt).exp() : dt;
        return (Combine(h, mix, b, fields), fields[0]);
    }

    private static Tensor[] Combine(Tensor[] h, Tensor dt, double[] weights, List<Tensor[]> fields)
        => [.. h.Select((component, i) => weights.Select((weight, j) => dt * weight * fields[j][i]).Aggregate(component, (sum, term) => sum + term))];

    private Tensor[] Field(Tensor[] y, Tensor context, double time, int step, int stage)
    {
        var (phase, index) = PhaseOf(step);
        var told = !grammar.UsesModules;
        var value = module.CoreOf(phase, index).Evaluate(y, context, told ? time : 0, told ? step : 0, told ? stage : 0);
        return [.. value.Zip(y, (block, component) =>
        {
            var f = grammar.StripSkip ? block - component : block;
            return grammar.Update == UpdateRule.Contractive ? f - component : f;
        })];
    }

    private (int Phase, int Index) PhaseOf(int step)
    {
        var index = step % grammar.PhaseSteps.Sum();
        return index < grammar.PhaseSteps[0] ? (0, index) : (1, index - grammar.PhaseSteps[0]);
    }

    private Tensor StepSize(int step)
    {
        var dt = grammar.Sizes[step];
        if (module.LearnedDt is not { } p)
        {
            return tensor(dt, dtype: ScalarType.Float64);
        }

        var own = grammar.Learned == Per.Step ? p[step] : p;
        return Grammar.MaxDt * (own + Math.Log(dt / (Grammar.MaxDt - dt))).sigmoid();
    }
}
