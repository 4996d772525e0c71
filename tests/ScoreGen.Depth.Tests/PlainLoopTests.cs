using ScoreGen.Depth.Tests.Blocks;
using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Subjects;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests;

/// <summary>The generated pass against the same mathematics written as a loop: states, result and every gradient, to 1e-12.</summary>
public sealed class PlainLoopTests
{
    private const double Tolerance = 1e-12;

    private static readonly double[] Varying = [0.1, 0.4, 0.1, 0.3];

    private static readonly int[] StepCounts = [1, 2, 4, 7];

    private static readonly Family<Net> Nets = new(Uniform);
    private static readonly Family<SkipNet> SkipNets = new(Uniform);
    private static readonly Family<ContextNet> ContextNets = new([.. Uniform, .. Uneven, .. Declared]);
    private static readonly Family<SkipContextNet> SkipContextNets = new([.. Uniform, .. Uneven]);

    public static TheoryData<Integrator, UpdateRule, int> Depths
    {
        get
        {
            var data = new TheoryData<Integrator, UpdateRule, int>();
            foreach (var settings in Uniform)
            {
                data.Add(settings.Integrator, settings.Update, settings.Steps);
            }

            return data;
        }
    }

    private static IEnumerable<DepthSettings> Uniform
        => from method in Methods.Pairs
           from steps in StepCounts
           select new DepthSettings(method.Integrator, method.Update, steps);

    private static IEnumerable<DepthSettings> Uneven
        => Methods.Pairs.Select(method => new DepthSettings(method.Integrator, method.Update, Schedule: Varying));

    private static IEnumerable<DepthSettings> Declared
        => Methods.Pairs.Select(method => new DepthSettings(method.Integrator, method.Update, Steps: 3, Dt: 0.35));

    [Theory]
    [MemberData(nameof(Depths))]
    public void ABlockOfTheStateAlone(Integrator integrator, UpdateRule update, int steps)
        => Compare(Nets, new DepthSettings(integrator, update, steps), stripSkip: false);

    [Theory]
    [MemberData(nameof(Depths))]
    public void ABlockWithItsOwnSkip(Integrator integrator, UpdateRule update, int steps)
        => Compare(SkipNets, new DepthSettings(integrator, update, steps), stripSkip: true);

    [Theory]
    [MemberData(nameof(Depths))]
    public void ABlockWithContextTimeAndStep(Integrator integrator, UpdateRule update, int steps)
        => Compare(ContextNets, new DepthSettings(integrator, update, steps), stripSkip: false);

    [Theory]
    [MemberData(nameof(Depths))]
    public void ABlockWithContextTimeStepAndItsOwnSkip(Integrator integrator, UpdateRule update, int steps)
        => Compare(SkipContextNets, new DepthSettings(integrator, update, steps), stripSkip: true);

    [Theory]
    [MemberData(nameof(Methods.WithRules), MemberType = typeof(Methods))]
    public void StepsOfVaryingSize(Integrator integrator, UpdateRule update)
    {
        var settings = new DepthSettings(integrator, update, Schedule: Varying);
        Compare(ContextNets, settings, stripSkip: false);
        Compare(SkipContextNets, settings, stripSkip: true);
    }

    [Theory]
    [MemberData(nameof(Methods.WithRules), MemberType = typeof(Methods))]
    public void StepsOfADeclaredSize(Integrator integrator, UpdateRule update)
        => Compare(ContextNets, new DepthSettings(integrator, update, Steps: 3, Dt: 0.35), stripSkip: false);

    private static void Compare<T>(Family<T> family, DepthSettings settings, bool stripSkip)
        where T : nn.Module, IBlock
    {
        using var scope = NewDisposeScope();
        using var subject = family.Create(settings);
        var h = Waves.Of(1, 2, Perceptron.Width).requires_grad_();
        var context = Waves.Of(2, 2, Perceptron.Width).requires_grad_();

        var expected = new PlainLoop(settings, stripSkip, subject.Module, context).States(h);
        var states = subject.States(h, context);
        var result = subject.Forward(h, context);

        Assert.Equal(expected.Count, states.Length);
        for (var i = 0; i < states.Length; i++)
        {
            Close.To(Tolerance, expected[i], states[i], $"state after {i} steps");
        }

        Close.To(Tolerance, expected[^1], result);
        var inputs = subject.Module.named_parameters().ToDictionary(item => item.name, item => (Tensor)item.parameter);
        inputs.Add("input", h);
        if (subject.HasContext)
        {
            inputs.Add("context", context);
        }

        CompareGradients(inputs, expected[^1], result);
        CompareGradients(inputs, expected[^2], states[^2]);
    }

    private static void CompareGradients(Dictionary<string, Tensor> inputs, Tensor expected, Tensor actual)
    {
        if (ReferenceEquals(expected, inputs["input"]))
        {
            return;
        }

        var wanted = Gradients.Of(expected, inputs.Values);
        var found = Gradients.Of(actual, inputs.Values);
        foreach (var (i, name) in inputs.Keys.Index())
        {
            Close.To(Tolerance, wanted[i], found[i], $"gradient of {name}");
        }
    }
}
