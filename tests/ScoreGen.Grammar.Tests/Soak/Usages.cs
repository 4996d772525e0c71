using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests.Soak;

/// <summary>One way to use a model; what it makes goes with the scope around it.</summary>
internal delegate void Usage(ICase model, Tensor[] state, Tensor context, Random random);

/// <summary>What users do with a model.</summary>
internal static class Usages
{
    /// <summary>Those that the emitted members allow.</summary>
    public static IReadOnlyList<Usage> Of(Grammar grammar)
        =>
        [
            Train,
            Infer,
            Look,
            .. grammar.Route is null ? [TrainWithEnergy] : Array.Empty<Usage>(),
            .. grammar.TakesSteps ? [TrainDeeper] : Array.Empty<Usage>(),
            .. grammar.Tolerance > 0 ? [InferUntil] : Array.Empty<Usage>(),
        ];

    private static void Train(ICase model, Tensor[] state, Tensor context, Random random) => Learn(model, Loss(model.Forward(state, context)));

    private static void TrainWithEnergy(ICase model, Tensor[] state, Tensor context, Random random)
    {
        var (end, energy) = model.ForwardWithEnergy(state, context);
        Learn(model, Loss(end) + (0.1 * energy));
    }

    private static void TrainDeeper(ICase model, Tensor[] state, Tensor context, Random random)
        => Learn(model, Loss(model.ForwardSteps(model.Plan.Steps + (int)random.NextInt64(3) - 1, state, context)));

    private static void Infer(ICase model, Tensor[] state, Tensor context, Random random)
    {
        using var mode = random.Next(2) == 0 ? no_grad() : inference_mode();
        Assert.All(model.Forward(state, context), end => Assert.False(end.requires_grad));
    }

    private static void InferUntil(ICase model, Tensor[] state, Tensor context, Random random)
    {
        using var mode = no_grad();
        model.ForwardUntil(state, context, out var stepsTaken);
        Assert.InRange(stepsTaken, 1, model.Plan.Steps);
    }

    private static void Look(ICase model, Tensor[] state, Tensor context, Random random)
        => Assert.Equal(model.Plan.Steps + 1, model.AllStates(state, context).Length);

    private static Tensor Loss(Tensor[] state) => state.Select(part => part.square().mean()).Aggregate((sum, part) => sum + part);

    private static void Learn(ICase model, Tensor loss)
    {
        loss.backward();
        using var mode = no_grad();
        foreach (var parameter in ((nn.Module)model).parameters())
        {
            if (parameter.grad is { } gradient)
            {
                parameter.add_(gradient, alpha: -0.01);
                parameter.grad = null;
            }
        }
    }
}
