using System.Runtime.InteropServices;
using TorchSharp;
using static ScoreGen.EquilibriumGradient;
using static ScoreGen.FixedPointSolver;
using static TorchSharp.torch;

namespace ScoreGen.Emitted.Tests.Equilibria;

/// <summary>The gradients of an equilibrium are those that its plan names, and its values do not depend on them.</summary>
public sealed class EquilibriumTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    [Theory]
    [InlineData(Picard, 1, 1.0)]
    [InlineData(Picard, 2, 0.7)]
    [InlineData(Anderson, 1, 1.0)]
    [InlineData(Anderson, 2, 1.0)]
    [InlineData(Anderson, 1, 0.8)]
    [InlineData(Broyden, 1, 1.0)]
    [InlineData(Broyden, 2, 1.0)]
    public void TheImplicitGradientIsThatOfALongUnroll(FixedPointSolver solver, int tensors, double damping)
    {
        var net = new Net { Plan = new() { Solver = solver, Damping = damping, Tolerance = 1e-13, MaxSteps = 300 } };
        AssertClose(Gradients(net, tensors, Unrolled(net, 300)), Gradients(net, tensors, Found(net)), 1e-10);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(4, 2)]
    public void TheNeumannGradientIsItsSeries(int terms, int tensors)
    {
        // A loose tolerance: the series is exact for the point that was returned, and not only near the fixed point.
        var net = new Net { Plan = new() { Gradient = Neumann, GradientSteps = terms, Tolerance = 1e-2 } };
        AssertClose(Gradients(net, tensors, Series), Gradients(net, tensors, Found(net)), 1e-12);

        // One evaluation a term, all at the same point: its value is h*, and its graph goes on to the earlier one.
        Tensor[] Series(Tensor[] h, Tensor context)
        {
            using var off = no_grad();
            var point = Equilibrium.Solve(net.Plan, "Net", state => net.Map(state, context), out _, h);
            using var on = enable_grad();
            var sum = net.Map(point, context);
            for (var i = 0; i < terms; i++)
            {
                sum = net.Map([.. point.Zip(sum, (here, earlier) => here + earlier - earlier.detach())], context);
            }

            return [.. point.Zip(sum, (here, last) => here + last - last.detach())];
        }
    }

    [Theory]
    [InlineData(1, 1.0, 1)]
    [InlineData(3, 1.0, 2)]
    [InlineData(3, 0.6, 1)]
    public void ThePhantomGradientFlowsThroughItsSteps(int steps, double damping, int tensors)
    {
        var net = new Net { Plan = new() { Gradient = Phantom, GradientSteps = steps, Damping = damping, Tolerance = 1e-2 } };
        AssertClose(Gradients(net, tensors, Steps), Gradients(net, tensors, Found(net)), 1e-12);

        Tensor[] Steps(Tensor[] h, Tensor context)
        {
            var point = Equilibrium.Solve(net.Plan, "Net", state => net.Map(state, context), out _, h);
            for (var i = 0; i < steps; i++)
            {
                point = [.. point.Zip(net.Map(point, context), (here, value) => ((1 - damping) * here) + (damping * value))];
            }

            return point;
        }
    }

    [Theory]
    [InlineData(Implicit)]
    [InlineData(Neumann)]
    public void ValuesAreTheSameWithAndWithoutGradients(EquilibriumGradient gradient)
    {
        var net = new Net { Plan = new() { Gradient = gradient, Tolerance = 1e-2 } };
        var (h, context) = (ones(3, 4, float64), randn(3, 4, float64));
        var with = net.call(h, context);
        using var off = no_grad();
        Assert.True(with.equal(net.call(h, context)).all().ToBoolean());
        Assert.True(with.equal(Equilibrium.Solve(net.Plan, "Net", state => net.Map(state, context), out _, h)[0]).all().ToBoolean());
    }

    [Theory]
    [InlineData(Implicit, 1)]
    [InlineData(Neumann, 1)]
    [InlineData(Phantom, 2)]
    public void NoEvaluationIsWasted(EquilibriumGradient gradient, int beyondTheSolver)
    {
        var net = new Net { Plan = new() { Gradient = gradient, GradientSteps = 2 } };
        var (h, context) = (ones(3, 4, float64), randn(3, 4, float64));
        Equilibrium.Solve(net.Plan, "Net", state => net.Map(state, context), out var report, h);
        Assert.Equal(report.Evaluations, net.Evaluations);

        using (no_grad())
        {
            net.call(h, context);
        }

        Assert.Equal(2 * report.Evaluations, net.Evaluations);
        net.call(h, context).sum().backward();
        Assert.Equal((3 * report.Evaluations) + beyondTheSolver, net.Evaluations);
    }

    [Fact]
    public void TheFirstStateGetsNoGradient()
    {
        var net = new Net();
        var h = ones(3, 4, float64, requires_grad: true);
        net.call(h, ones(3, 4, float64)).sum().backward();
        Assert.Null(h.grad);
    }

    [Fact]
    public void WhereNothingWantsGradientsTheResultHasNone()
    {
        var net = new Net();
        foreach (var parameter in net.parameters())
        {
            parameter.requires_grad = false;
        }

        var (h, context) = (ones(3, 4, float64, requires_grad: true), randn(3, 4, float64));
        Assert.False(net.call(h, context).requires_grad);
        Assert.True(net.call(h, context.requires_grad_()).requires_grad);
    }

    [Fact]
    public void TheResultMayBeWrittenTo()
    {
        var net = new Net();
        var (h, context) = (ones(3, 4, float64), randn(3, 4, float64, requires_grad: true));
        net.call(h, context).add_(1).sum().backward();
        var expected = context.grad!.clone();
        context.grad = null;
        net.call(h, context).sum().backward();
        Assert.True(expected.allclose(context.grad!));
        Assert.Equal(1, h.mean().ToDouble());
    }

    [Fact]
    public void AGraphThatIsRetainedServesTwice()
    {
        var net = new Net();
        var context = randn(3, 4, float64, requires_grad: true);
        var loss = net.call(ones(3, 4, float64), context).sum();
        loss.backward(retain_graph: true);
        var once = context.grad!.clone();
        loss.backward();
        Assert.True(context.grad.allclose(once * 2));
    }

    [Fact]
    public void AGraphThatIsGoneIsAnErrorThatCanBeCaught()
    {
        var net = new Net();
        var loss = net.call(ones(3, 4, float64), ones(3, 4, float64)).sum();
        loss.backward();
        var thrown = Assert.Throws<ExternalException>(() => loss.backward());
        Assert.Contains("Trying to backward through the graph a second time", thrown.ToString());
    }

    [Fact]
    public void WeightsThatHaveChangedAreAnErrorThatCanBeCaught()
    {
        var net = new Net();
        var loss = net.call(ones(3, 4, float64), ones(3, 4, float64)).sum();
        using (no_grad())
        {
            net.parameters().First().add_(1);
        }

        Assert.Contains("has been modified by an inplace operation", Assert.Throws<ExternalException>(() => loss.backward()).ToString());
        net.call(ones(3, 4, float64), ones(3, 4, float64)).sum().backward();
    }

    [Fact]
    public void AGradientThatIsNotFoundIsAnErrorWhereThePlanSaysSo()
    {
        // The map does not depend on the state where the solver looks, and turns it by 3 where the gradient is asked for.
        var plan = new EquilibriumPlan { OnDivergence = OnDivergence.Throw, MaxSteps = 5, Solver = Picard };
        var net = new Net();
        var weight = ones(1, float64, requires_grad: true);
        Tensor[] Map(Tensor[] h) => [h[0].sub(h[0].detach()).mul(-3).add(weight)];
        var result = Equilibrium.Forward(plan, net, "Net", Map, ones(2, 3, float64))[0];
        var thrown = Assert.Throws<ExternalException>(() => result.sum().backward());
        var cause = Assert.IsType<EquilibriumException>(thrown.InnerException);
        Assert.StartsWith("No equilibrium was found for the gradient of Net: not converged after 5 evaluations", cause.Message);
        Assert.Equal(5, cause.Report.Evaluations);
        Assert.Null(weight.grad);

        plan = new EquilibriumPlan { MaxSteps = 5, Solver = Picard };
        Equilibrium.Forward(plan, net, "Net", Map, ones(2, 3, float64))[0].sum().backward();
        Assert.True(weight.grad!.isfinite().all().ToBoolean());
    }

    [Fact]
    public void AGradientOfTheGradientIsRefused()
    {
        var net = new Net();
        var context = randn(3, 4, float64, requires_grad: true);
        var thrown = Assert.Throws<ExternalException>(() => net.call(ones(3, 4, float64), context).sum().backward(create_graph: true));
        Assert.Contains("has no gradient of its own", Assert.IsType<NotSupportedException>(thrown.InnerException).Message);
    }

    [Fact]
    public void WhatTheMapThrowsArrivesAndLeavesNothing()
    {
        var (net, state) = (new Net(), ones(3, 4));
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Assert.Throws<TimeoutException>(() => Equilibrium.Forward(net.Plan, net, "Net", h => throw new TimeoutException(), state));
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.True(is_grad_enabled());
    }

    [Theory]
    [InlineData(Implicit, Anderson)]
    [InlineData(Implicit, Picard)]
    [InlineData(Implicit, Broyden)]
    [InlineData(Neumann, Anderson)]
    [InlineData(Phantom, Anderson)]
    public void ATrainingStepLeavesNothingBehind(EquilibriumGradient gradient, FixedPointSolver solver)
    {
        var net = new Net { Plan = new() { Gradient = gradient, Solver = solver, GradientSteps = 2 } };
        var (h, context) = (ones(3, 4, float64), randn(3, 4, float64));
        Train();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Train();
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);

        void Train()
        {
            net.zero_grad();
            using var result = net.call(h, context);
            using var loss = result.sum();
            loss.backward();
        }
    }

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.ComplexFloat32)]
    public void StatesOfEveryTypeArrive(ScalarType type)
    {
        var weight = ones(1, dtype: type).requires_grad_();
        var plan = new EquilibriumPlan { Tolerance = 5e-3 };
        var result = Equilibrium.Forward(plan, new Net(), "Net", h => [h[0].mul(weight).mul(0.5).add(1)], zeros(2, 3, type))[0];
        Assert.Equal(type, result.dtype);
        Assert.True(result.sub(2).abs().max().ToDouble() < 0.05);
        result.real.sum().backward();

        // h = 1 / (1 - w/2): 2 at w = 1, where the slope is 2, for each of six elements.
        Assert.Equal(12, weight.grad!.real.sum().ToDouble(), 0.3);
    }

    [Fact]
    public void AnEmptyBatchIsAtItsEquilibrium()
    {
        var net = new Net();
        var context = zeros(0, 4, float64, requires_grad: true);
        var result = net.call(zeros(0, 4, float64), context);
        Assert.Equal([0, 4], result.shape);
        result.sum().backward();
        Assert.Equal([0, 4], context.grad!.shape);
    }

    public void Dispose() => scope.Dispose();

    private static Func<Tensor[], Tensor, Tensor[]> Found(Net net)
        => (h, context) => Equilibrium.Forward(net.Plan, net, "Net", state => net.Map(state, context), h);

    private static Func<Tensor[], Tensor, Tensor[]> Unrolled(Net net, int steps) => (h, context) =>
    {
        for (var i = 0; i < steps; i++)
        {
            h = net.Map(h, context);
        }

        return h;
    };

    /// <summary>The results, and the gradients of the weights and the context for a loss that weighs every element of them otherwise.</summary>
    private static Tensor[] Gradients(Net net, int tensors, Func<Tensor[], Tensor, Tensor[]> pass)
    {
        net.zero_grad();
        TestDevice.Seed(7);
        var context = randn(3, 4, float64, requires_grad: true);
        var results = pass([.. Enumerable.Range(0, tensors).Select(_ => randn(3, 4, float64))], context);
        results.Select((result, i) => result.mul(arange(12, float64).cos().reshape(3, 4)).mul(i + 1).sum()).Aggregate((sum, part) => sum + part).backward();
        return [.. results.Select(result => result.detach()), context.grad!, .. net.parameters().Select(parameter => parameter.grad!.clone())];
    }

    private static void AssertClose(Tensor[] expected, Tensor[] actual, double tolerance)
        => Assert.All(expected.Zip(actual), pair => Assert.True(pair.First.allclose(pair.Second, tolerance, tolerance), $"{pair.First.sub(pair.Second).abs().max().ToDouble()}"));
}
