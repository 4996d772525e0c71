using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>The same mathematics as a loop over unfolded stages, written for reading and not for speed.</summary>
public sealed class PlainLoop(Grammar grammar, ICase module)
{
    /// <summary>What the last step handed on.</summary>
    internal Tensor? Memory { get; private set; }

    /// <summary>What changes by less has settled.</summary>
    public const double Settled = 0.2;

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

    public static int StagesOf(Integrator integrator) => Tableaus[integrator].B.Length;

    /// <summary>The state, and after how many steps, where something ends a pass without gradients.</summary>
    public (Tensor[] State, int Steps) RunUntil(Tensor[] state, Tensor context)
    {
        var settled = zeros(state[0].shape[0], 1, dtype: ScalarType.Bool);
        var (current, time) = (state, 0.0);
        for (var step = 0; step < grammar.Steps; step++)
        {
            var before = current;
            current = [.. Next(before, context, step, time).Next.Zip(before, (next, last) => where(settled, last, next))];
            time += grammar.Sizes[step];
            var moved = current.Zip(before, (next, last) => (next - last).abs()).Aggregate((sum, part) => sum + part).amax([-1], keepdim: true);
            settled = grammar.Exit switch
            {
                ExitForm.PerSample => settled.logical_or(moved < Settled),
                ExitForm.Whole => (moved.max() < Settled).expand(settled.shape),
                _ => full_like(settled, HasConverged(before, current)),
            };
            if (settled.all().ToBoolean())
            {
                return (current, step + 1);
            }
        }

        return (current, grammar.Steps);
    }

    private bool HasConverged(Tensor[] before, Tensor[] after)
    {
        var change = after.Zip(before, (next, last) => (next - last).square().sum().ToDouble()).Sum();
        return Math.Sqrt(change / before.Sum(last => last.square().sum().ToDouble())) < grammar.Tolerance;
    }

    internal (Tensor[] Next, Tensor[] Energy) Next(Tensor[] state, Tensor context, int step, double time)
    {
        var (next, energy) = grammar.Gate == GateForm.None ? Step(state, context, step, time) : GatedStep(state, context, step, time);
        return (grammar.HasMap ? module.After(next, context, step) : next, energy);
    }

    /// <summary>The states after each step, the given one first, and the energy of the path.</summary>
    public (List<Tensor[]> States, Tensor Energy) Run(Tensor[] state, Tensor context)
    {
        var states = new List<Tensor[]> { state };
        var energy = zeros(1, dtype: ScalarType.Float64).sum();
        EachStep((step, time) =>
        {
            var (next, parts) = Next(From(states[^1], step), context, step, time);
            energy = energy + parts.Select(part => part.mean()).Aggregate((sum, part) => sum + part);
            states.Add(next);
        });
        return (states, energy);
    }

    /// <summary>Goes over the steps, each with its number and time, those that carry no gradients without.</summary>
    internal void EachStep(Action<int, double> take)
    {
        var time = 0.0;
        for (var step = 0; step < grammar.Steps; step++)
        {
            var free = grammar.Backprop == Backprop.Truncated && step < grammar.Steps - Grammar.BackpropSteps;
            using var gradients = set_grad_enabled(is_grad_enabled() && !free);
            take(step, time);
            time += grammar.Sizes[step];
        }
    }

    /// <summary>The state that a step starts from: where a segment begins, without its graph.</summary>
    internal Tensor[] From(Tensor[] state, int step)
    {
        if (grammar.Backprop != Backprop.Segments || step == 0 || step % Grammar.BackpropSteps != 0)
        {
            return state;
        }

        Memory = Memory?.detach();
        return [.. state.Select(part => part.detach())];
    }

    /// <summary>One step, and of each component the squares whose mean is the energy.</summary>
    private (Tensor[] Next, Tensor[] Energy) Step(Tensor[] h, Tensor context, int step, double time)
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
        var next = grammar.Stages switch
        {
            StageForm.Weights => Combine(h, mix, [.. b.Select((weight, i) => weight + module.StageWeights![i])], fields),
            StageForm.Mix => Combine(h, mix, Shares(module.Mix(fields[0], fields[1])), fields),
            _ => Combine(h, mix, b, fields),
        };
        return (next, [.. fields[0].Select(k => dt * k * k)]);
    }

    private (Tensor[] Next, Tensor[] Energy) GatedStep(Tensor[] h, Tensor context, int step, double time)
    {
        var value = Value(h, context, time, step, 0);
        var gate = module.Gate(h, value, context);
        if (grammar.Gate == GateForm.Size)
        {
            var field = FieldOf(value, h);
            return ([.. h.Zip(field, (component, k) => component + (gate[0] * k))], [.. field.Select(k => gate[0] * k * k)]);
        }

        var next = h.Zip(value, (component, block) => (gate[0] * component) + (gate[1] * (grammar.StripSkip ? block - component : block))).ToArray();
        return (next, [.. next.Zip(h, (after, before) => (after - before).square() / grammar.Sizes[step])]);
    }

    private static Tensor[] Shares(Tensor share) => [share, 1 - share];

    private static Tensor[] Combine(Tensor[] h, Tensor dt, double[] weights, List<Tensor[]> fields)
        => Combine(h, dt, [.. weights.Select(weight => tensor(weight, dtype: ScalarType.Float64))], fields);

    private static Tensor[] Combine(Tensor[] h, Tensor dt, Tensor[] weights, List<Tensor[]> fields)
        => [.. h.Select((component, i) => weights.Select((weight, j) => dt * weight * fields[j][i]).Aggregate(component, (sum, term) => sum + term))];

    private Tensor[] Field(Tensor[] y, Tensor context, double time, int step, int stage) => [.. FieldOf(Value(y, context, time, step, stage), y).Select((k, part) => grammar.Updates(PhaseOf(step).Phase) is not { } one || one == part ? k : zeros_like(k))];

    private Tensor[] Value(Tensor[] y, Tensor context, double time, int step, int stage)
    {
        var (phase, index) = PhaseOf(step);
        var told = !grammar.UsesModules;
        var value = module.CoreOf(phase, index).Evaluate(y, context, told ? time : 0, told ? step : 0, told ? stage : 0);
        value = grammar.Own == OwnForm.None ? value : [.. value.Select(part => part + module.Own(phase, index, context))];
        if (grammar.HasCarry)
        {
            (value, Memory) = Core.Remember(value, step == 0 ? null : Memory);
        }

        return value;
    }

    private Tensor[] FieldOf(Tensor[] value, Tensor[] y)
        => [.. value.Zip(y, (block, component) =>
        {
            var f = grammar.StripSkip ? block - component : block;
            return grammar.Update == UpdateRule.Contractive ? f - component : f;
        })];

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
