using ScoreGen.Depth.Tests.Blocks;
using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Subjects;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests;

/// <summary>The bounds that a plan promises, held against passes through a block of Lipschitz constant 1.</summary>
public sealed class ContractionTests
{
    private static readonly Family<Rotation> Coarse = Family<Rotation>.OfEveryMethod(1, 1);
    private static readonly Family<Rotation> Deep = Family<Rotation>.OfEveryMethod(0.5, 8);

    [Theory]
    [MemberData(nameof(Methods.WithRules), MemberType = typeof(Methods))]
    public void AStepStretchesNoDistanceBeyondItsBound(Integrator integrator, UpdateRule update)
    {
        using var scope = NewDisposeScope();
        using var subject = Coarse.Create(new DepthSettings(integrator, update, Steps: 1, Dt: 1));
        var here = Waves.Of(1, 200, 2);
        var there = Waves.Of(3, 200, 2);

        var before = here.sub(there).square().sum(1).sqrt();
        var after = subject.Forward(here).sub(subject.Forward(there)).square().sum(1).sqrt();

        Assert.InRange(after.div(before).max().ToDouble(), 0.05, subject.Plan.ContractionBound(1) + 1e-12);
    }

    [Theory]
    [InlineData(Integrator.Euler)]
    [InlineData(Integrator.ExponentialEuler)]
    [InlineData(Integrator.Heun)]
    [InlineData(Integrator.Ralston)]
    [InlineData(Integrator.Ssprk3)]
    public void AConvexMethodDrivesNoTwoStatesApart(Integrator integrator)
    {
        using var scope = NewDisposeScope();
        using var subject = Deep.Create(new DepthSettings(integrator, Steps: 8, Dt: 0.5));
        var here = subject.States(Waves.Of(1, 50, 2));
        var there = subject.States(Waves.Of(3, 50, 2));

        var distances = here.Zip(there, (a, b) => a.sub(b).square().sum(1).sqrt()).ToList();
        foreach (var (before, after) in distances.Zip(distances.Skip(1)))
        {
            Assert.True(after.sub(before).max().ToDouble() <= 1e-14);
        }
    }
}
