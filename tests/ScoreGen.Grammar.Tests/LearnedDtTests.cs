using ScoreGen.Grammar.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>Step sizes that are learned.</summary>
public sealed class LearnedDtTests
{
    [Fact]
    public void WhereTheParameterIsZeroTheStepIsTheDeclaredOne()
    {
        using var scope = NewDisposeScope();
        TestDevice.Seed(1);
        var constant = new ConstantPerModel();
        TestDevice.Seed(1);
        var learned = new LearnedPerModel(1);
        var h = randn(5, 4);

        Assert.True(learned.call(h).allclose(constant.call(h), rtol: 1e-6, atol: 1e-7));
        Assert.True(LearnedPerModel.Depth.HasLearnedDt);
        Assert.Equal([0.25, 0.25, 0.25], LearnedPerModel.Depth.Dt);
    }

    [Fact]
    public void GradientsReachEveryElement()
    {
        using var scope = NewDisposeScope();
        var models = new nn.Module<Tensor, Tensor>[] { new LearnedPerModel(), new LearnedPerModel(1), new LearnedPerStep(3), new LearnedPerFeature(4) };
        foreach (var model in models)
        {
            model.call(randn(5, 4)).square().sum().backward();
            var dt = model.named_parameters().Single(item => !item.name.StartsWith("mix", StringComparison.Ordinal)).parameter;
            Assert.True(dt.grad!.abs().min().ToDouble() > 0, model.GetName());
        }
    }

    [Fact]
    public void AnotherShapeIsRefusedByName()
    {
        using var scope = NewDisposeScope();
        var h = randn(5, 4);

        Assert.Contains("LearnedPerModel.dt is [2]", Message(() => new LearnedPerModel(2).call(h)), StringComparison.Ordinal);
        Assert.Contains("Per = Step it must be a vector of 3 elements", Message(() => new LearnedPerStep(4).call(h)), StringComparison.Ordinal);
        Assert.Contains("Per = Feature it must be a vector of 4 elements", Message(() => new LearnedPerFeature(1).call(h)), StringComparison.Ordinal);
    }

    private static string Message(Action pass) => Assert.Throws<InvalidOperationException>(pass).Message;
}
