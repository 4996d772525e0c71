using ScoreGen.Depth.Tests.Blocks;
using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Subjects;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests;

/// <summary>Gradients on or off, the numbers are the same to the last bit.</summary>
public sealed class GradientModeTests
{
    private static readonly Family<ContextNet> Nets = Family<ContextNet>.OfEveryMethod(0.3, 4);

    [Theory]
    [MemberData(nameof(Methods.WithRules), MemberType = typeof(Methods))]
    public void WithoutGradients(Integrator integrator, UpdateRule update) => Compare(integrator, update, no_grad);

    [Theory]
    [MemberData(nameof(Methods.WithRules), MemberType = typeof(Methods))]
    public void InInferenceMode(Integrator integrator, UpdateRule update) => Compare(integrator, update, () => inference_mode());

    private static void Compare(Integrator integrator, UpdateRule update, Func<IDisposable> mode)
    {
        using var scope = NewDisposeScope();
        using var subject = Nets.Create(new DepthSettings(integrator, update, Dt: 0.3));
        var h = Waves.Of(1, 2, Perceptron.Width);
        var context = Waves.Of(2, 2, Perceptron.Width);
        var trained = subject.Forward(h, context);
        var states = subject.States(h, context);

        using var off = mode();
        var result = subject.Forward(h, context);

        Assert.True(trained.requires_grad);
        Assert.False(result.requires_grad);
        Close.Exactly(trained, result);
        Close.Exactly(stack(states), stack(subject.States(h, context)), "states");
    }
}
