using ScoreGen.Depth.Tests.Blocks;
using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Subjects;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests;

/// <summary>Gradients through the generated pass against central differences of it.</summary>
public sealed class GradientCheckTests
{
    private static readonly Family<SkipContextNet> Nets = Family<SkipContextNet>.OfEveryMethod(0.4, 3);

    [Theory]
    [MemberData(nameof(Methods.WithRules), MemberType = typeof(Methods))]
    public void EveryElementOfEveryInput(Integrator integrator, UpdateRule update)
    {
        using var scope = NewDisposeScope();
        using var subject = Nets.Create(new DepthSettings(integrator, update, Steps: 3, Dt: 0.4));
        var h = Waves.Of(1, 2, Perceptron.Width).requires_grad_();
        var context = Waves.Of(2, 2, Perceptron.Width).requires_grad_();
        var inputs = subject.Module.parameters().Append(h).Append(context).ToList();

        var gradients = Gradients.Of(subject.Forward(h, context), inputs);

        using var frozen = no_grad();
        foreach (var (i, input) in inputs.Index())
        {
            var expected = CentralDifferences.Of(input, () => Gradients.Loss(subject.Forward(h, context)).ToDouble());
            Close.To(1e-8, expected, gradients[i], $"gradient of input {i} of {inputs.Count}");
        }
    }
}
