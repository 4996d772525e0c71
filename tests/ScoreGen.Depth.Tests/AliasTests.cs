using ScoreGen.Depth.Tests.Blocks;
using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Subjects;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests;

/// <summary>
/// Blocks that return what is not theirs, contexts that are the state, and callers who keep what they gave or got: the numbers are the plain
/// loop's, nothing of the caller's is written to or freed, and nothing leaks. With gradients off, no graph hides a wrong write.
/// </summary>
[Collection(LeakCollection.Name)]
public sealed class AliasTests
{
    private const int Width = 3;

    /// <summary>At dt = 1 some terms vanish, and others are handed on as they are.</summary>
    private static readonly double[] StepSizes = [0.3, 1];

    private static readonly Family<Scripted> Blocks = new(
        from method in Methods.Pairs
        from dt in StepSizes
        select new DepthSettings(method.Integrator, method.Update, Steps: 3, Dt: dt));

    [Theory]
    [MemberData(nameof(Methods.WithRulesAndSwitch), MemberType = typeof(Methods))]
    public void ABlockThatReturnsItsArgument(Integrator integrator, UpdateRule update, bool withGradients)
        => Check(integrator, update, withGradients, (h, _) => h);

    [Theory]
    [MemberData(nameof(Methods.WithRulesAndSwitch), MemberType = typeof(Methods))]
    public void ABlockThatReturnsAViewOfItsArgument(Integrator integrator, UpdateRule update, bool withGradients)
        => Check(integrator, update, withGradients, (h, _) => h.t());

    [Theory]
    [MemberData(nameof(Methods.WithRulesAndSwitch), MemberType = typeof(Methods))]
    public void ABlockOfDropoutInEvaluation(Integrator integrator, UpdateRule update, bool withGradients)
        => Check(integrator, update, withGradients, (h, _) => nn.functional.dropout(h, 0.5, training: false));

    [Theory]
    [MemberData(nameof(Methods.WithRulesAndSwitch), MemberType = typeof(Methods))]
    public void ABlockThatReturnsItsContext(Integrator integrator, UpdateRule update, bool withGradients)
        => Check(integrator, update, withGradients, (_, context) => context);

    [Theory]
    [MemberData(nameof(Methods.WithRulesAndSwitch), MemberType = typeof(Methods))]
    public void ABlockThatReturnsACachedTensor(Integrator integrator, UpdateRule update, bool withGradients)
    {
        using var cached = Waves.Of(4, Width, Width);
        Check(integrator, update, withGradients, (_, _) => cached);
        Close.Exactly(Waves.Of(4, Width, Width), cached, "cached tensor");
    }

    [Theory]
    [MemberData(nameof(Methods.WithRulesAndSwitch), MemberType = typeof(Methods))]
    public void ABlockThatReturnsItsArgumentThenItsContextThenSomethingNew(Integrator integrator, UpdateRule update, bool withGradients)
    {
        var evaluations = 0;
        Check(integrator, update, withGradients, (h, context) => (evaluations++ % 3) switch
        {
            0 => h,
            1 => context,
            _ => h.mul(context),
        });
    }

    [Theory]
    [MemberData(nameof(Methods.WithRulesAndSwitch), MemberType = typeof(Methods))]
    public void AContextThatIsTheState(Integrator integrator, UpdateRule update, bool withGradients)
        => Check(integrator, update, withGradients, (h, context) => h.mul(context).cos(), h => h);

    [Theory]
    [MemberData(nameof(Methods.WithRulesAndSwitch), MemberType = typeof(Methods))]
    public void AContextThatIsAViewOfTheStateAndIsReturned(Integrator integrator, UpdateRule update, bool withGradients)
        => Check(integrator, update, withGradients, (_, context) => context, h => h.t());

    private static void Check(Integrator integrator, UpdateRule update, bool withGradients, Func<Tensor, Tensor, Tensor> script, Func<Tensor, Tensor>? contextOf = null)
    {
        foreach (var dt in StepSizes)
        {
            var settings = new DepthSettings(integrator, update, Steps: 3, Dt: dt);
            using var scope = NewDisposeScope();
            using var mode = set_grad_enabled(withGradients);
            using var subject = Blocks.Create(settings);
            subject.Module.Script = script;
            var start = Waves.Of(1, Width, Width);
            var h = start.clone().requires_grad_(withGradients);
            var context = contextOf is null ? Waves.Of(2, Width, Width) : contextOf(h);
            var kept = context.clone();

            var expected = new PlainLoop(settings, stripSkip: false, subject.Module, context).States(h)[^1];
            var result = PassThatIsKept(subject, h, context);

            Close.To(1e-13, expected, result, $"result for dt = {dt}");
            Close.Exactly(start, h, "input");
            Close.Exactly(kept, context, "context");
        }
    }

    /// <summary>The result of a pass, after further passes have had the chance to write to it or to free it.</summary>
    private static Tensor PassThatIsKept(Subject<Scripted> subject, Tensor h, Tensor context)
    {
        // The first pass makes the weights that steps mix by, and they stay.
        subject.Forward(h, context).Dispose();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        var result = subject.Forward(h, context);
        Assert.Equal(before + 1, DisposeScopeManager.Statistics.ThreadTotalLiveCount);

        using var copy = result.clone();
        subject.Forward(result, context).Dispose();
        Close.Exactly(copy, result, "result after a further pass from it");
        foreach (var state in subject.States(h, context))
        {
            state.Dispose();
        }

        Close.Exactly(copy, result, "result after all states are disposed of");
        return result;
    }
}
