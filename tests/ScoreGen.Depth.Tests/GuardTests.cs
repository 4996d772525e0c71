using ScoreGen.Depth.Tests.Blocks;
using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Subjects;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests;

/// <summary>A block that changes the state's shape or dtype is refused by name at its first evaluation, and so before a sum broadcasts.</summary>
[Collection(LeakCollection.Name)]
public sealed class GuardTests
{
    private static readonly Family<Scripted> Blocks = Family<Scripted>.OfEveryMethod(0.5, 2);

    [Theory]
    [MemberData(nameof(Methods.WithRules), MemberType = typeof(Methods))]
    public void AWiderResult(Integrator integrator, UpdateRule update)
        => AssertRefused(integrator, update, h => cat([h, h], 1), "Subject", "Block", "[2, 3] of Float64", "[2, 6] of Float64");

    [Theory]
    [MemberData(nameof(Methods.WithRules), MemberType = typeof(Methods))]
    public void AResultThatWouldBroadcast(Integrator integrator, UpdateRule update)
        => AssertRefused(integrator, update, h => h.sum(1, keepdim: true), "Subject", "Block", "[2, 3] of Float64", "[2, 1] of Float64");

    [Theory]
    [MemberData(nameof(Methods.WithRules), MemberType = typeof(Methods))]
    public void AResultWithFewerDimensions(Integrator integrator, UpdateRule update)
        => AssertRefused(integrator, update, h => h.sum(), "Subject", "Block", "[2, 3] of Float64", "[] of Float64");

    [Theory]
    [MemberData(nameof(Methods.WithRules), MemberType = typeof(Methods))]
    public void AnotherDtype(Integrator integrator, UpdateRule update)
        => AssertRefused(integrator, update, h => h.to(ScalarType.Float32), "Subject", "Block", "[2, 3] of Float64", "[2, 3] of Float32");

    [Theory]
    [MemberData(nameof(Methods.WithRules), MemberType = typeof(Methods))]
    public void Null(Integrator integrator, UpdateRule update)
        => AssertRefused(integrator, update, _ => null, "Subject", "Block", "null", "[2, 3] of Float64");

    [Theory]
    [MemberData(nameof(Methods.All), MemberType = typeof(Methods))]
    public void ADisposedStateGetsTorchSharpsOwnException(Integrator integrator)
    {
        using var subject = Blocks.Create(new DepthSettings(integrator, Steps: 2, Dt: 0.5));
        var h = Waves.Of(1, 2, 3);
        h.Dispose();
        var expected = Record.Exception(() => h.mul(2));
        Assert.NotNull(expected);

        foreach (var pass in Passes(subject, h))
        {
            var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
            var actual = Record.Exception(pass);
            Assert.IsType(expected.GetType(), actual);
            Assert.Equal(expected.Message, actual.Message);
            Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        }
    }

    private static void AssertRefused(Integrator integrator, UpdateRule update, Func<Tensor, Tensor?> change, params string[] named)
    {
        using var subject = Blocks.Create(new DepthSettings(integrator, update, Steps: 2, Dt: 0.5));
        using var h = Waves.Of(1, 2, 3);
        // The first pass makes the weights that steps mix by, and they stay.
        subject.Module.Script = (state, _) => state;
        subject.Forward(h, h).Dispose();
        var evaluations = 0;
        subject.Module.Script = (state, _) =>
        {
            evaluations++;
            return change(state);
        };

        foreach (var pass in Passes(subject, h))
        {
            evaluations = 0;
            var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
            var refusal = Assert.Throws<InvalidOperationException>(pass);

            Assert.All(named, part => Assert.Contains(part, refusal.Message, StringComparison.Ordinal));
            Assert.Equal(1, evaluations);
            Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        }
    }

    private static Action[] Passes(Subject<Scripted> subject, Tensor h)
        => [() => subject.Forward(h, h), () => subject.ForwardSteps(1, h, h), () => subject.States(h, h), () => subject.Trace(h, h)];
}
