using ScoreGen.Depth.Tests.Blocks;
using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Subjects;
using static ScoreGen.Integrator;
using static ScoreGen.UpdateRule;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests;

/// <summary>What must hold of any depth, worked out by hand.</summary>
public sealed class InvariantTests
{
    private static readonly Family<Constant> Constants = Family<Constant>.OfEveryMethod(0.3, 5);
    private static readonly Family<Attractor> Attractors = Family<Attractor>.OfEveryMethod(0.7, 6);
    private static readonly Family<Rest> Rests = Family<Rest>.OfEveryMethod(0.7, 6);
    private static readonly Family<Net> Nets = Family<Net>.OfEveryMethod(0.4, 3);
    private static readonly Family<NetWithStrippedSkip> NetsWithStrippedSkip = Family<NetWithStrippedSkip>.OfEveryMethod(0.4, 3);

    /// <summary>The share of the state that a step of dt keeps: the method's stability polynomial at -dt.</summary>
    [Theory]
    [InlineData(Euler, 0.7)]
    [InlineData(ExponentialEuler, 0.7408182206817179)]
    [InlineData(Midpoint, 0.745)]
    [InlineData(Heun, 0.745)]
    [InlineData(Ralston, 0.745)]
    [InlineData(Ssprk3, 0.7405)]
    [InlineData(Rk4, 0.7408375)]
    [InlineData(ThreeEighths, 0.7408375)]
    public void AConstantBlockIsApproachedGeometrically(Integrator integrator, double kept)
    {
        using var scope = NewDisposeScope();
        using var subject = Constants.Create(new DepthSettings(integrator, Contractive, Steps: 5, Dt: 0.3));
        var h = Waves.Of(1, 2, Perceptron.Width);

        var left = Math.Pow(kept, 5);
        Close.To(1e-14, (left * h) + ((1 - left) * subject.Module.Value), subject.Forward(h));
        Assert.Equal(left, subject.Plan.Retention, tolerance: 1e-14);
    }

    [Theory]
    [MemberData(nameof(Methods.WithoutLeak), MemberType = typeof(Methods))]
    public void AConstantBlockIsAddedUpWithoutALeak(Integrator integrator)
    {
        using var scope = NewDisposeScope();
        using var subject = Constants.Create(new DepthSettings(integrator, Residual, Steps: 5, Dt: 0.3));
        var h = Waves.Of(1, 2, Perceptron.Width);

        Close.To(1e-14, h + (1.5 * subject.Module.Value), subject.Forward(h));
        Assert.Equal(1, subject.Plan.Retention);
    }

    [Theory]
    [MemberData(nameof(Methods.All), MemberType = typeof(Methods))]
    public void TheContractiveRuleKeepsAFixedPoint(Integrator integrator)
    {
        using var scope = NewDisposeScope();
        using var subject = Attractors.Create(new DepthSettings(integrator, Contractive, Steps: 6, Dt: 0.7));
        Close.To(1e-14, subject.Module.Point, subject.Forward(subject.Module.Point));
    }

    [Theory]
    [MemberData(nameof(Methods.WithoutLeak), MemberType = typeof(Methods))]
    public void TheResidualRuleKeepsAZeroOfTheBlock(Integrator integrator)
    {
        using var scope = NewDisposeScope();
        using var subject = Rests.Create(new DepthSettings(integrator, Residual, Steps: 6, Dt: 0.7));
        Close.To(1e-14, subject.Module.Point, subject.Forward(subject.Module.Point));
    }

    [Theory]
    [MemberData(nameof(Methods.WithoutLeak), MemberType = typeof(Methods))]
    public void TheResidualRuleWithoutTheSkipIsTheContractiveRule(Integrator integrator)
    {
        using var scope = NewDisposeScope();
        using var contractive = Nets.Create(new DepthSettings(integrator, Contractive, Steps: 3, Dt: 0.4));
        using var residual = NetsWithStrippedSkip.Create(new DepthSettings(integrator, Residual, Steps: 3, Dt: 0.4));
        var h = Waves.Of(1, 2, Perceptron.Width);

        Close.Exactly(contractive.Forward(h), residual.Forward(h));
    }

    [Fact]
    public void AnEulerStepIsALerp()
    {
        using var scope = NewDisposeScope();
        using var subject = Family<Net>.Only(new DepthSettings(Euler, Steps: 1, Dt: 0.4));
        var h = Waves.Of(1, 2, Perceptron.Width);
        var value = ((IBlock)subject.Module).Evaluate(h, h, 0, 0);

        Close.To(1e-15, h.lerp(value, full_like(h, 0.4)), subject.Forward(h));
    }

    [Fact]
    public void AnEulerStepOfOneIsThePlainRecurrence()
    {
        using var scope = NewDisposeScope();
        using var subject = Family<Net>.Only(new DepthSettings(Euler, Steps: 5, Dt: 1));
        var h = Waves.Of(1, 2, Perceptron.Width);

        var expected = h;
        for (var step = 0; step < 5; step++)
        {
            expected = ((IBlock)subject.Module).Evaluate(expected, h, 0, step);
        }

        Close.Exactly(expected, subject.Forward(h));
    }

    [Theory]
    [InlineData(0.25, 0.22119921692859513)]
    [InlineData(1, 0.6321205588285577)]
    [InlineData(4, 0.9816843611112658)]
    public void ExponentialEulerIsEulerWithTheStepOfTheExactLeak(double dt, double oneMinusExp)
    {
        using var scope = NewDisposeScope();
        using var exponential = Family<Net>.Only(new DepthSettings(ExponentialEuler, Dt: dt));
        using var euler = Family<Net>.Only(new DepthSettings(Euler, Dt: oneMinusExp));
        var h = Waves.Of(1, 2, Perceptron.Width);

        Close.To(1e-15, euler.Forward(h), exponential.Forward(h));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public void DepthCostsNoParameters(int steps)
    {
        using var subject = Family<Net>.Only(new DepthSettings(Rk4, Steps: steps));
        Assert.Equal(31, subject.Module.parameters().Sum(parameter => parameter.numel()));
    }
}
