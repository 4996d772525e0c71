using ScoreGen.Depth.Tests.Blocks;
using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Subjects;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests;

/// <summary>A pass leaves its result and nothing else, whatever the block leaves behind; a pass that fails leaves nothing.</summary>
[Collection(LeakCollection.Name)]
public sealed class LeakTests
{
    private static readonly Family<ContextNet> Nets = Family<ContextNet>.OfEveryMethod(0.25, 4);
    private static readonly Family<Failing> FailingBlocks = Family<Failing>.OfEveryMethod(0.25, 3);
    private static readonly Family<Counting> Deep = Family<Counting>.OfEveryMethod(0.125, 4, 64);

    public enum Mode
    {
        Training,
        NoGradients,
        Inference,
    }

    public static TheoryData<Integrator, UpdateRule, Mode, bool> Cases
    {
        get
        {
            var data = new TheoryData<Integrator, UpdateRule, Mode, bool>();
            foreach (var (integrator, update) in Methods.Pairs)
            {
                foreach (var mode in Enum.GetValues<Mode>())
                {
                    data.Add(integrator, update, mode, true);
                    data.Add(integrator, update, mode, false);
                }
            }

            return data;
        }
    }

    private static long Alive => DisposeScopeManager.Statistics.ThreadTotalLiveCount;

    [Theory]
    [MemberData(nameof(Cases))]
    public void APassLeavesItsResultAlone(Integrator integrator, UpdateRule update, Mode mode, bool insideAScope)
    {
        using var gradients = Enter(mode);
        using var subject = Nets.Create(new DepthSettings(integrator, update, Dt: 0.25));
        using var h = Waves.Of(1, 2, Perceptron.Width);
        using var context = Waves.Of(2, 2, Perceptron.Width);
        using var scope = insideAScope ? NewDisposeScope() : null;

        // The first pass makes the weights that steps mix by, and they stay.
        subject.Forward(h, context).Dispose();
        AssertLeft(1, () => [subject.Forward(h, context)]);
        AssertLeft(1, () => [subject.ForwardSteps(7, h, context)]);
        AssertLeft(5, () => subject.States(h, context));
        AssertLeft(0, () =>
        {
            subject.Trace(h, context);
            return [];
        });
    }

    [Theory]
    [MemberData(nameof(Methods.WithRules), MemberType = typeof(Methods))]
    public void ABackwardPassFindsAllThatItNeeds(Integrator integrator, UpdateRule update)
    {
        using var subject = Nets.Create(new DepthSettings(integrator, update, Dt: 0.25));
        using var h = Waves.Of(1, 2, Perceptron.Width);
        using var context = Waves.Of(2, 2, Perceptron.Width);
        var before = Alive;

        using (var loss = Gradients.Loss(subject.Forward(h, context)))
        {
            loss.backward();
        }

        Assert.Equal(before + 1, Alive);
        Assert.All(subject.Module.parameters(), parameter => Assert.NotNull(parameter.grad));
    }

    [Theory]
    [MemberData(nameof(Methods.WithRules), MemberType = typeof(Methods))]
    public void ABlockThatThrowsLeavesNothingBehind(Integrator integrator, UpdateRule update)
    {
        using var subject = FailingBlocks.Create(new DepthSettings(integrator, update, Steps: 3, Dt: 0.25));
        using var h = Waves.Of(1, 2, 3).requires_grad_();
        using var outer = NewDisposeScope();
        var passes = new Action[] { () => subject.Forward(h), () => subject.ForwardSteps(3, h), () => subject.States(h), () => subject.Trace(h) };

        subject.Module.EvaluationsLeft = subject.Plan.Evaluations;
        subject.Forward(h).Dispose();
        for (var evaluation = 0; evaluation < subject.Plan.Evaluations; evaluation++)
        {
            foreach (var pass in passes)
            {
                var before = Alive;
                subject.Module.EvaluationsLeft = evaluation;
                Assert.Throws<TimeoutException>(pass);

                Assert.Equal(before, Alive);
                Assert.True(is_grad_enabled());
                using var next = zeros(1);
                Assert.True(outer.Contains(next), "The scope that was open before the pass must be the current one after it.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Methods.WithRules), MemberType = typeof(Methods))]
    public void NoMoreTensorsLiveInADeeperPass(Integrator integrator, UpdateRule update)
    {
        using var h = Waves.Of(1, 2, 3);
        Assert.Equal(MostAlive(integrator, update, 4, h), MostAlive(integrator, update, 64, h));
    }

    private static long MostAlive(Integrator integrator, UpdateRule update, int steps, Tensor h)
    {
        using var subject = Deep.Create(new DepthSettings(integrator, update, steps, Dt: 0.125));
        var before = Alive;
        subject.Forward(h).Dispose();
        subject.ForwardSteps(steps, h).Dispose();
        Assert.Equal(2 * subject.Plan.Evaluations, subject.Module.Alive.Count);
        return subject.Module.Alive.Max() - before;
    }

    private static void AssertLeft(int count, Func<Tensor[]> pass)
    {
        var before = Alive;
        var left = pass();
        Assert.Equal(before + count, Alive);
        Assert.All(left, tensor => Assert.False(tensor.IsInvalid));
        foreach (var tensor in left)
        {
            tensor.Dispose();
        }

        Assert.Equal(before, Alive);
    }

    private static IDisposable Enter(Mode mode) => mode switch
    {
        Mode.Training => set_grad_enabled(true),
        Mode.NoGradients => no_grad(),
        _ => inference_mode(),
    };
}
