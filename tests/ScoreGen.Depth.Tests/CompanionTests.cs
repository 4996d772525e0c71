using ScoreGen.Depth.Tests.Blocks;
using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Subjects;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests;

/// <summary>ForwardSteps, States, Trace and Depth tell of the same pass as forward.</summary>
public sealed class CompanionTests
{
    private static readonly double[] Varying = [0.1, 0.4, 0.2, 0.3];

    private static readonly Family<ContextNet> Nets = new(
        from method in Methods.Pairs
        from schedule in new[] { null, Varying }
        select new DepthSettings(method.Integrator, method.Update, Schedule: schedule));

    [Theory]
    [MemberData(nameof(Methods.WithRulesAndSwitch), MemberType = typeof(Methods))]
    public void StatesAreThoseOfForwardSteps(Integrator integrator, UpdateRule update, bool varying)
    {
        using var scope = NewDisposeScope();
        using var subject = Create(integrator, update, varying);
        var (h, context) = Inputs();

        var states = subject.States(h, context);

        Assert.Equal(subject.Plan.Steps + 1, states.Length);
        Close.Exactly(h, states[0], "state 0");
        for (var steps = 1; steps <= subject.Plan.Steps; steps++)
        {
            Close.To(1e-15, subject.ForwardSteps(steps, h, context), states[steps], $"state {steps}");
        }

        Close.To(1e-15, subject.Forward(h, context), states[^1], "last state");
    }

    [Theory]
    [MemberData(nameof(Methods.WithRulesAndSwitch), MemberType = typeof(Methods))]
    public void EveryStateIsATensorOfItsOwn(Integrator integrator, UpdateRule update, bool varying)
    {
        using var scope = NewDisposeScope();
        using var subject = Create(integrator, update, varying);
        var (h, context) = Inputs();
        var start = h.clone();
        var copies = Array.ConvertAll(subject.States(h, context), state => state.clone());

        var states = subject.States(h, context);
        for (var disposed = 0; disposed < states.Length; disposed++)
        {
            states[disposed].Dispose();
            for (var kept = disposed + 1; kept < states.Length; kept++)
            {
                Close.Exactly(copies[kept], states[kept], $"state {kept}");
            }
        }

        Close.Exactly(start, h, "input");
    }

    [Theory]
    [MemberData(nameof(Methods.WithRulesAndSwitch), MemberType = typeof(Methods))]
    public void TheTraceMeasuresTheStates(Integrator integrator, UpdateRule update, bool varying)
    {
        using var scope = NewDisposeScope();
        using var subject = Create(integrator, update, varying);
        var (h, context) = Inputs();
        var states = subject.States(h, context);

        var trace = subject.Trace(h, context);

        Assert.True(is_grad_enabled());
        Assert.Equal(h.norm().ToDouble(), trace.InitialNorm, tolerance: 1e-14);
        Assert.Equal(subject.Plan.Steps, trace.Steps.Count);
        foreach (var (i, step) in trace.Steps.Index())
        {
            var change = states[i + 1].sub(states[i]).norm().ToDouble();
            Assert.Equal(states[i + 1].norm().ToDouble(), step.StateNorm, tolerance: 1e-14);
            Assert.Equal(change, step.UpdateNorm, tolerance: 1e-14);
            Assert.Equal(change / states[i].norm().ToDouble(), step.RelativeChange, tolerance: 1e-13);
        }

        Assert.Null(trace.FirstNonFiniteStep);
    }

    [Theory]
    [MemberData(nameof(Methods.WithRulesAndSwitch), MemberType = typeof(Methods))]
    public void ThePlanSaysWhatWasDeclared(Integrator integrator, UpdateRule update, bool varying)
    {
        using var subject = Create(integrator, update, varying);

        Assert.Equal(integrator, subject.Plan.Integrator);
        Assert.Equal(update, subject.Plan.Update);
        Assert.Equal(varying ? Varying : [0.25, 0.25, 0.25, 0.25], subject.Plan.Dt);
        Assert.Equal(1, subject.Plan.Horizon, tolerance: 1e-15);
    }

    [Fact]
    public void ForwardStepsGoesBeyondTheDeclaredDepthWhereStepsAreAlike()
    {
        using var scope = NewDisposeScope();
        using var subject = Create(Integrator.Heun, UpdateRule.Contractive, varying: false);
        var (h, context) = Inputs();
        var settings = new DepthSettings(Integrator.Heun, Steps: 9, Dt: 0.25);

        var expected = new PlainLoop(settings, stripSkip: false, subject.Module, context).States(h)[^1];
        Close.To(1e-13, expected, subject.ForwardSteps(9, h, context));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(false, -3)]
    [InlineData(true, 0)]
    [InlineData(true, 5)]
    public void ForwardStepsRefusesADepthThatThereIsNot(bool varying, int steps)
    {
        using var scope = NewDisposeScope();
        using var subject = Create(Integrator.Euler, UpdateRule.Contractive, varying);
        var (h, context) = Inputs();

        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => subject.ForwardSteps(steps, h, context));
        Assert.Equal("steps", refusal.ParamName);
        Assert.Equal(steps, refusal.ActualValue);
    }

    private static Subject<ContextNet> Create(Integrator integrator, UpdateRule update, bool varying)
        => Nets.Create(new DepthSettings(integrator, update, Schedule: varying ? Varying : null));

    private static (Tensor State, Tensor Context) Inputs() => (Waves.Of(1, 2, Perceptron.Width), Waves.Of(2, 2, Perceptron.Width));
}
