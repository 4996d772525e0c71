using ScoreGen.Grammar.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>Steps that are computed again in the backward pass, beside the same steps kept in full.</summary>
public sealed class CheckpointTests
{
    private const string OtherNumbers = "on a GPU a checkpointed step draws other random numbers than a full one";

    [ProcessorFact(OtherNumbers)]
    public void GradientsAreTheSameToTheLastBitWithDropoutReplayed()
    {
        using var scope = NewDisposeScope();
        var expected = Differentiate(Make(() => new FullDropping()), requiresGrad: true);
        var actual = Differentiate(Make(() => new CheckpointedDropping()), requiresGrad: true);

        Assert.All(expected.Zip(actual), pair => Assert.True(pair.First.equal(pair.Second).all().ToBoolean()));
    }

    /// <summary>The gradients of a step's evaluations are summed before they reach the weights: another order of the same sum.</summary>
    [ProcessorFact(OtherNumbers)]
    public void WithSeveralEvaluationsAStepTheyAreTheSameToRounding()
    {
        using var scope = NewDisposeScope();
        var expected = Differentiate(Make(() => new FullHeun()), requiresGrad: true);
        var actual = Differentiate(Make(() => new CheckpointedHeun()), requiresGrad: true);

        Assert.All(expected.Zip(actual), pair => RequireClose(pair.First, pair.Second));
    }

    [ProcessorFact(OtherNumbers)]
    public void WeightsGetTheirGradientsWhereNoInputWantsOne()
    {
        using var scope = NewDisposeScope();
        var expected = Differentiate(Make(() => new FullDropping()), requiresGrad: false);
        var actual = Differentiate(Make(() => new CheckpointedDropping()), requiresGrad: false);

        Assert.All(expected.Zip(actual), pair => Assert.True(pair.First.equal(pair.Second).all().ToBoolean()));
    }

    [ProcessorFact(OtherNumbers)]
    public void GradientsAccumulateToRounding()
    {
        using var scope = NewDisposeScope();
        var (full, checkpointed) = (Make(() => new FullDropping()), Make(() => new CheckpointedDropping()));
        foreach (var model in new[] { full, checkpointed })
        {
            Backward(model, requiresGrad: true);
            Backward(model, requiresGrad: true);
        }

        foreach (var (expected, actual) in Weights(full).Zip(Weights(checkpointed)))
        {
            RequireClose(expected, actual);
        }
    }

    [Fact]
    public void EachStepIsEvaluatedTwiceWithGradientsAndOnceWithout()
    {
        using var scope = NewDisposeScope();
        var model = (CheckpointedDropping)Make(() => new CheckpointedDropping());
        Backward(model, requiresGrad: true);
        Assert.Equal(8, model.Evaluations);

        using (no_grad())
        {
            model.call(randn(3, 8), randn(3, 32));
        }

        Assert.Equal(12, model.Evaluations);
    }

    [Fact]
    public void TheRandomStateAfterABackwardPassIsThatBeforeIt()
    {
        using var scope = NewDisposeScope();
        var model = Make(() => new CheckpointedDropping());
        var loss = model.call(randn(3, 8), randn(3, 32)).sum();
        var before = get_rng_state();
        loss.backward();

        Assert.True(before.equal(get_rng_state()).all().ToBoolean());
    }

    [Fact]
    public void ATrainingPassLeavesNothingBehind()
    {
        using var model = Make(() => new CheckpointedDropping());
        Leaks.RequireNone(() => Backward(model, requiresGrad: true));
    }

    /// <summary>Those of the way forward: an exception on the way back ends the process.</summary>
    private const int Evaluations = 4;

    [Fact]
    public void AnExceptionInAnyEvaluationArrivesAndLeavesNothing()
    {
        for (var evaluation = 1; evaluation <= Evaluations; evaluation++)
        {
            using var model = Make(() => new CheckpointedDropping());
            Leaks.RequireNone(() =>
            {
                model.FailsAt = model.Evaluations + evaluation;
                Assert.Throws<TimeoutException>(() => Backward(model, requiresGrad: true));
                Assert.True(is_grad_enabled());
            });
            model.FailsAt = 0;
            Backward(model, requiresGrad: true);
        }
    }

    private static void RequireClose(Tensor expected, Tensor actual)
        => Assert.True((expected - actual).norm().ToDouble() <= 1e-6 * expected.norm().ToDouble());

    private static Dropping Make(Func<Dropping> create)
    {
        TestDevice.Seed(3);
        return create();
    }

    private static List<Tensor> Differentiate(Dropping model, bool requiresGrad) => [.. Backward(model, requiresGrad), .. Weights(model)];

    private static List<Tensor> Weights(Dropping model) => [.. model.parameters().Select(parameter => parameter.grad!)];

    /// <summary>The result, and the gradients of state and context where they are wanted.</summary>
    private static List<Tensor> Backward(Dropping model, bool requiresGrad)
    {
        TestDevice.Seed(5);
        var h = randn(3, 8, requires_grad: requiresGrad);
        var context = randn(3, 32, requires_grad: requiresGrad);
        var end = model.call(h, context);
        end.square().sum().backward();
        return requiresGrad ? [end, h.grad!, context.grad!] : [end];
    }
}
