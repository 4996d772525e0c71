using ScoreGen.Depth.Tests.Blocks;
using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Subjects;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests;

/// <summary>Numbers that are none; exceptions are among the leak tests.</summary>
[Collection(LeakCollection.Name)]
public sealed class FaultTests
{
    private const int Steps = 3;

    private static readonly Family<Scripted> Blocks = Family<Scripted>.OfEveryMethod(0.25, Steps);

    [Theory]
    [MemberData(nameof(Methods.WithRules), MemberType = typeof(Methods))]
    public void TheTraceShowsTheStepAtWhichTheStateStopsBeingFinite(Integrator integrator, UpdateRule update)
    {
        using var scope = NewDisposeScope();
        using var subject = Create(integrator, update);
        var h = Waves.Of(1, 2, 3);
        var evaluationsAStep = subject.Plan.Evaluations / Steps;

        foreach (var value in new[] { double.NaN, double.PositiveInfinity })
        {
            for (var step = 0; step < Steps; step++)
            {
                var evaluations = 0;
                subject.Module.Script = (state, _) => evaluations++ / evaluationsAStep < step ? state.cos() : full_like(state, value);
                Assert.Equal(step, subject.Trace(h, h).FirstNonFiniteStep);
            }
        }

        subject.Module.Script = (state, _) => state.cos();
        Assert.Equal(0, subject.Trace(h.log(), h).FirstNonFiniteStep);
    }

    private static Subject<Scripted> Create(Integrator integrator, UpdateRule update)
        => Blocks.Create(new DepthSettings(integrator, update, Steps, Dt: 0.25));
}
