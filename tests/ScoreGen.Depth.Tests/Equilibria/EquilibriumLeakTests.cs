using ScoreGen.Depth.Tests.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests.Equilibria;

/// <summary>A pass leaves its result, a training step its gradients, and nothing else.</summary>
[Collection(LeakCollection.Name)]
public sealed class EquilibriumLeakTests
{
    public static TheoryData<Type> Classes =>
    [
        typeof(PicardNet), typeof(AndersonNet), typeof(BroydenNet), typeof(OneTermNet), typeof(TwoStepNet),
    ];

    private static long Alive => DisposeScopeManager.Statistics.ThreadTotalLiveCount;

    [Theory]
    [MemberData(nameof(Classes))]
    public void APassLeavesItsResult(Type type)
    {
        using var net = (Contraction)Activator.CreateInstance(type)!;
        using var h = Waves.Of(1, 2, Contraction.Width);
        using var scale = ones(1, float64);
        AssertLeft(1, () => [((ISolvable)net).Solve(h, h, scale, out _)]);
        AssertLeft(1, () => [net.call(h, h, scale)]);
        AssertLeft(1, () =>
        {
            using var off = no_grad();
            return [net.call(h, h, scale)];
        });

        Train();
        AssertLeft(0, Train);

        Tensor[] Train()
        {
            net.zero_grad();
            using var result = net.call(h, h, scale);
            using var loss = result.sum();
            loss.backward();
            return [];
        }
    }

    [Fact]
    public void ALookAtTheSlopeLeavesNumbers()
    {
        using var net = new AndersonNet();
        using var h = Waves.Of(1, 2, Contraction.Width);
        using var scale = ones(1, float64);
        AssertLeft(0, () =>
        {
            net.Spectrum(h, h, scale);
            return [];
        });
        AssertLeft(2, () =>
        {
            var (state, penalty) = net.ForwardWithJacobian(h, h, scale);
            return [state, penalty];
        });
    }

    private static void AssertLeft(int count, Func<Tensor[]> pass)
    {
        var before = Alive;
        var left = pass();
        Assert.Equal(before + count, Alive);
        foreach (var tensor in left)
        {
            Assert.True(tensor.isfinite().all().ToBoolean());
            tensor.Dispose();
        }
    }
}
