using ScoreGen.Grammar.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>Gradients that stay within their segment.</summary>
public sealed class SegmentTests
{
    /// <summary>Deep supervision: a loss on the last state of each segment, against each segment on its own, from a state without a graph.</summary>
    [Fact]
    public void OneBackwardIsTheSumOfTheSegmentsOwn()
    {
        using var scope = NewDisposeScope();
        var model = new SegmentedNet().to(ScalarType.Float64);
        var h = randn(3, 4, dtype: ScalarType.Float64, requires_grad: true);
        var states = model.States(h);
        (states[2].square().sum() + states[4].sin().sum() + states[5].square().sum()).backward();
        List<Tensor> actual = [h.grad!.clone(), .. model.parameters().Select(parameter => parameter.grad!.clone())];

        model.zero_grad();
        h.grad!.zero_();
        Segment(model, h, 2).square().sum().backward();
        Segment(model, states[2].detach(), 2).sin().sum().backward();
        Segment(model, states[4].detach(), 1).square().sum().backward();
        List<Tensor> expected = [h.grad!, .. model.parameters().Select(parameter => parameter.grad!)];

        Assert.All(expected.Zip(actual), pair => Assert.True((pair.First - pair.Second).abs().max().ToDouble() < 1e-13));
    }

    [Fact]
    public void ForwardCarriesTheGraphOfTheLastSegmentWhateverTheNumberOfSteps()
    {
        using var scope = NewDisposeScope();
        var deep = new DeepSegments().to(ScalarType.Float64);
        var h = randn(3, 4, dtype: ScalarType.Float64);
        foreach (var (steps, last) in new[] { (40, 5), (14, 7), (15, 1), (3, 3) })
        {
            deep.zero_grad();
            (steps == 40 ? deep.call(h) : deep.ForwardSteps(steps, h)).square().sum().backward();
            List<Tensor> actual = [.. deep.parameters().Select(parameter => parameter.grad!.clone())];

            deep.zero_grad();
            Tensor state;
            using (no_grad())
            {
                state = Advance(deep, h, steps - last);
            }

            Advance(deep, state.detach(), last).square().sum().backward();
            Assert.All(deep.parameters().Zip(actual), pair => Assert.True((pair.First.grad! - pair.Second).abs().max().ToDouble() < 1e-12, $"{steps} steps"));
        }
    }

    [Fact]
    public void NoGradientOfForwardReachesTheGivenState()
    {
        using var scope = NewDisposeScope();
        var h = randn(3, 4, requires_grad: true);
        new SegmentedNet().call(h).sum().backward();

        Assert.Null(h.grad);
        Assert.Equal((Backprop.Segments, 1), (SegmentedNet.Depth.Backprop, SegmentedNet.Depth.GradientSteps));
    }

    [Fact]
    public void APassLeavesNothingBehind()
    {
        using var model = new SegmentedNet();
        Leaks.RequireNone(() =>
        {
            model.zero_grad();
            var h = linspace(-1, 1, 8).view(2, 4).requires_grad_();
            model.States(h).Aggregate(model.ForwardWithEnergy(h).Energy, (sum, state) => sum + state.sum()).backward();
            model.ForwardSteps(7, h).sum().backward();
        });
    }

    private static Tensor Segment(SegmentedNet model, Tensor h, int steps)
    {
        for (; steps > 0; steps--)
        {
            h = (0.8 * h) + (0.2 * model.Apply(h));
        }

        return h;
    }

    private static Tensor Advance(DeepSegments model, Tensor h, int steps)
    {
        for (; steps > 0; steps--)
        {
            h = (0.9 * h) + (0.1 * model.Apply(h));
        }

        return h;
    }
}
