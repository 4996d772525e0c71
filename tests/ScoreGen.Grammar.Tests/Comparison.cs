using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>Compares all that was generated for a case with the plain loop: values and every gradient.</summary>
internal sealed class Comparison(Case tested, double tolerance)
{
    private readonly ICase module = tested.Create();

    public void Run()
    {
        Plan();
        Gradients();
        WithoutGradients();
    }

    private void Plan()
    {
        Assert.Equal(tested.Grammar.Steps, module.Plan.Steps);
        Assert.All(tested.Grammar.Sizes.Zip(module.Plan.Dt), pair => Assert.Equal(pair.First, pair.Second, 14));
        Assert.Equal(tested.Grammar.Learned is not null, module.Plan.HasLearnedDt);
        Assert.Equal(tested.Grammar.Gate != GateForm.None, module.Plan.HasGate);
        Assert.Equal(tested.Grammar.Stages != StageForm.None, module.Plan.HasLearnedStages);
        Assert.Equal(tested.Grammar.Exit != ExitForm.None, module.Plan.HasExit);
        Assert.Equal(tested.Grammar.HasMap, module.Plan.HasMap);
        Assert.Equal(tested.Grammar.HasCarry, module.Plan.HasCarry);
        Assert.Equal(tested.Grammar.Halt, module.Plan.Halting);
        Assert.Equal(tested.Grammar.Route, module.Plan.Routing);
        Assert.Equal(tested.Grammar.Backprop, module.Plan.Backprop);
    }

    private void Gradients()
    {
        if (tested.Grammar.Route is not null)
        {
            Routing();
            return;
        }

        var expected = Differentiate((state, context) =>
        {
            var (states, energy) = new PlainLoop(tested.Grammar, module).Run(state, context);
            return (states[^1], energy);
        });
        var passes = new Dictionary<string, Func<Tensor[], Tensor, (Tensor[], Tensor?)>>
        {
            ["forward"] = (state, context) => (module.Forward(state, context), null),
            ["ForwardWithEnergy"] = (state, context) => module.ForwardWithEnergy(state, context),
            ["States"] = (state, context) => (module.AllStates(state, context)[^1], null),
        };
        if (tested.Grammar.TakesSteps)
        {
            passes["ForwardSteps"] = (state, context) => (module.ForwardSteps(tested.Grammar.Steps, state, context), null);
        }

        var withoutEnergy = Differentiate((state, context) => (new PlainLoop(tested.Grammar, module).Run(state, context).States[^1], null));
        if (tested.Grammar.Halt is { } rule)
        {
            passes.Remove("forward");
            Halting(rule, withoutEnergy);
        }

        foreach (var (name, pass) in passes)
        {
            RequireClose(name, name == "ForwardWithEnergy" ? expected : withoutEnergy, Differentiate(pass));
        }

        if (tested.Grammar.HasCarry)
        {
            RequireClose(
                "ForwardWithCarry",
                Differentiate((state, context) => new PlainLoop(tested.Grammar, module) is var plain ? ([.. plain.Run(state, context).States[^1], plain.Memory!], null) : default),
                Differentiate((state, context) => module.ForwardWithCarry(state, context) is var (end, memory) ? ([.. end, memory!], null) : default));
        }

        OtherSizes();
    }

    private void OtherSizes()
    {
        if (tested.Grammar.TakesSizes)
        {
            double[] sizes = [.. Enumerable.Range(0, tested.Grammar.HasPhases ? tested.Grammar.Steps : 2).Select(step => 0.35 - (0.05 * step))];
            OfOtherSizes("ForwardSchedule", sizes, (state, context) => module.ForwardSchedule(sizes, state, context));
        }

        if (tested.Grammar is { KeepsHorizon: true, TakesSteps: true })
        {
            OfOtherSizes("ForwardSteps(2)", [.. Enumerable.Repeat(tested.Grammar.Sizes.Sum() / 2, 2)], (state, context) => module.ForwardSteps(2, state, context));
        }
    }

    private void OfOtherSizes(string name, double[] sizes, Func<Tensor[], Tensor, Tensor[]> pass)
    {
        var given = tested.Grammar with { Given = sizes };
        RequireClose(
            name,
            Differentiate((state, context) => (given.Route is null ? new PlainLoop(given, module).Run(state, context).States[^1] : [new PlainRouting(given, module).Run(state[0], context).States[^1]], null)),
            Differentiate((state, context) => (pass(state, context), null)));
    }

    private void Halting(HaltRule rule, List<Tensor> lastState)
    {
        var plain = new PlainHalting(tested.Grammar, module);
        if (rule == HaltRule.Distribution)
        {
            RequireClose("forward", lastState, Differentiate((state, context) => (module.Forward(state, context), null)));
            RequireClose(
                "ForwardWithExits",
                Differentiate((state, context) => plain.Exits(state[0], context) is var (states, exits) ? ([.. states, exits], null) : default),
                Differentiate((state, context) => module.ForwardWithExits(state[0], context) is var (states, exits) ? ([.. states, exits], null) : default));
            return;
        }

        RequireClose(
            "forward",
            Differentiate((state, context) => ([plain.Run(state[0], context).State], null)),
            Differentiate((state, context) => (module.Forward(state, context), null)));
        RequireClose(
            "ForwardWithPonder",
            Differentiate((state, context) => plain.Run(state[0], context) is var (end, ponder) ? ([end, ponder], null) : default),
            Differentiate((state, context) => module.ForwardWithPonder(state[0], context) is var (end, ponder) ? ([end, ponder], null) : default));
    }

    private void Routing()
    {
        var plain = new PlainRouting(tested.Grammar, module);
        var end = Differentiate((state, context) => ([plain.Run(state[0], context).States[^1]], null));
        RequireClose("forward", end, Differentiate((state, context) => (module.Forward(state, context), null)));
        if (tested.Grammar.TakesSteps)
        {
            RequireClose("ForwardSteps", end, Differentiate((state, context) => (module.ForwardSteps(tested.Grammar.Steps, state, context), null)));
        }

        RequireClose(
            "States",
            Differentiate((state, context) => ([.. plain.Run(state[0], context).States], null)),
            Differentiate((state, context) => (module.AllStates(state, context).SelectMany(parts => parts).ToArray(), null)));
        RequireClose(
            "ForwardWithRouting",
            Differentiate((state, context) => plain.Run(state[0], context) is var (states, logits, depths) ? ([states[^1], logits, depths.to(logits.dtype)], null) : default),
            Differentiate((state, context) => module.ForwardWithRouting(state[0], context) is var (last, logits, depths) ? ([last, logits, depths.to(logits.dtype)], null) : default));
        OtherSizes();
    }

    private void WithoutGradients()
    {
        using var off = no_grad();
        var (state, context) = Inputs(requiresGrad: false);
        if (tested.Grammar.Route is not null)
        {
            var (routed, _, depths) = new PlainRouting(tested.Grammar, module).Run(state[0], context);
            RequireClose("States", routed, module.AllStates(state, context).SelectMany(parts => parts));
            RequireClose("forward", [routed[^1]], module.Forward(state, context));
            RequireClose("Depths", [depths], [module.ForwardWithRouting(state[0], context).Depths]);
            return;
        }

        var states = new PlainLoop(tested.Grammar, module).Run(state, context).States;
        RequireClose("States", states.SelectMany(parts => parts), module.AllStates(state, context).SelectMany(parts => parts));
        if (tested.Grammar.Halt is { } rule)
        {
            var plain = new PlainHalting(tested.Grammar, module);
            RequireClose("forward", [rule == HaltRule.Distribution ? plain.AtExit(state[0], context) : plain.Run(state[0], context).State], module.Forward(state, context));
            return;
        }

        if (!tested.Grammar.EndsEarly)
        {
            RequireClose("forward", states[^1], module.Forward(state, context));
            return;
        }

        var (end, taken) = new PlainLoop(tested.Grammar, module).RunUntil(state, context);
        RequireClose("forward", end, module.Forward(state, context));
        RequireClose("ForwardUntil", end, module.ForwardUntil(state, context, out var stepsTaken));
        Assert.Equal(taken, stepsTaken);
    }

    /// <summary>The result of a pass, and the gradients of inputs, context and weights.</summary>
    private List<Tensor> Differentiate(Func<Tensor[], Tensor, (Tensor[] State, Tensor? Energy)> pass)
    {
        var parameters = ((nn.Module)module).parameters().ToList();
        parameters.ForEach(parameter => parameter.grad = null);
        var (state, context) = Inputs(requiresGrad: true);
        var (end, energy) = pass(state, context);
        var loss = end.Select((part, i) => (part * (i + 1)).square().sum()).Aggregate((sum, part) => sum + part);
        (energy is null ? loss : loss + (3 * energy)).backward();
        return [.. end.Select(part => part.detach()), .. energy is null ? [] : new[] { energy.detach() }, .. state.Append(context).Concat(parameters).Select(Gradient)];
    }

    private static Tensor Gradient(Tensor tensor) => tensor.grad?.clone() ?? zeros_like(tensor);

    private (Tensor[] State, Tensor Context) Inputs(bool requiresGrad)
    {
        TestDevice.Seed(11);
        long[] shape = tested.Grammar.Route is null ? [3, Case.Width] : [2, 5, Case.Width];
        Tensor Draw() => randn(shape, dtype: ScalarType.Float64, requires_grad: requiresGrad);
        return ([.. Enumerable.Range(0, tested.Grammar.States).Select(_ => Draw())], Draw());
    }

    private void RequireClose(string what, IEnumerable<Tensor> expected, IEnumerable<Tensor> actual)
    {
        var pairs = expected.Zip(actual).ToList();
        for (var i = 0; i < pairs.Count; i++)
        {
            var distance = (pairs[i].First - pairs[i].Second).abs().max().ToDouble();
            var size = Math.Max(1, pairs[i].First.abs().max().ToDouble());
            Assert.True(distance <= tolerance * size, $"{what}, tensor {i}: off by {distance} from the plain loop");
        }
    }
}
