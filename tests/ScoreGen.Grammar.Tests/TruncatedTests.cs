using ScoreGen.Grammar.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>Gradients of the last steps only.</summary>
public sealed class TruncatedTests
{
    [Fact]
    public void NoGradientReachesTheGivenStateAndTheContextGetsThatOfTheLastStep()
    {
        using var scope = NewDisposeScope();
        var model = new TruncatedDropping();
        model.eval();
        var h = randn(3, 8, requires_grad: true);
        var context = randn(3, 32, requires_grad: true);
        model.call(h, context).sum().backward();

        Assert.Null(h.grad);
        Assert.True(context.grad!.abs().sum().ToDouble() > 0);
    }

    /// <summary>
    /// The phantom gradient of equilibrium models (Geng et al. 2021): from a state that is detached, k damped steps with a graph.
    /// </summary>
    [Fact]
    public void AtAFixedPointItIsThePhantomGradient()
    {
        using var scope = NewDisposeScope();
        TestDevice.Seed(2);
        var model = new Equilibrium();
        var context = randn(5, 6, dtype: ScalarType.Float64);
        var h = zeros(5, 6, dtype: ScalarType.Float64);
        model.call(h, context).square().sum().backward();
        var actual = model.parameters().Select(parameter => parameter.grad!.clone()).ToList();

        model.zero_grad();
        Tensor z;
        using (no_grad())
        {
            z = h;
            for (var step = 0; step < Equilibrium.Steps - Equilibrium.Last; step++)
            {
                z = (0.5 * model.Function(z, context)) + (0.5 * z);
            }
        }

        z = z.detach();
        for (var step = 0; step < Equilibrium.Last; step++)
        {
            z = (0.5 * model.Function(z, context)) + (0.5 * z);
        }

        z.square().sum().backward();
        Assert.All(model.parameters().Zip(actual), pair => Assert.True((pair.First.grad! - pair.Second).abs().max().ToDouble() < 1e-12));
    }

    [Fact]
    public void GradientsOffStayOff()
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();

        Assert.False(new TruncatedDropping().call(randn(3, 8), randn(3, 32)).requires_grad);
    }
}
