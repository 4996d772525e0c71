using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Emitted.Tests;

/// <summary>Which tokens a step takes, in plain numbers, and the losses by their formulas.</summary>
public sealed class RoutingTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void EachStepTakesTheBestOfThoseOfTheStepBeforeInTheirOrder()
    {
        var routing = new ExpertRouting([1, 0.6, 0.4], 1, "Net.Route");
        var h = arange(10, dtype: ScalarType.Float64).view(1, 5, 2);

        Assert.Equal([0, 1, 2, 3, 4], Taken(routing, h, [1, 1, 1, 1, 1], 0));
        Assert.Equal([1, 2, 4], Taken(routing, h, [1, 5, 3, 2, 9], 1));
        Assert.Equal([1, 2], Taken(routing, h, [9, 4, 5, 9, 3], 2));
        Assert.Equal([1L, 3, 3, 1, 2], routing.Depths.data<long>());
        Assert.Equal([3, 1, 5], routing.Logits.shape);
    }

    [Fact]
    public void OfEqualScoresTheFirstAreTaken()
    {
        var h = arange(80, dtype: ScalarType.Float64).view(1, 40, 2);
        Assert.Equal(Enumerable.Range(0, 20), Taken(new ExpertRouting([0.5], 1, "Net.Route"), h, new double[40], 0));
    }

    /// <summary>0.07·100 is a little more than 7 in binary.</summary>
    [Theory]
    [InlineData(0.07, 100, 7)]
    [InlineData(0.25, 6, 2)]
    [InlineData(0.01, 3, 1)]
    [InlineData(1.0 / 3, 3, 1)]
    public void AShareIsRoundedUp(double share, int tokens, int taken)
        => Assert.Equal(taken, Taken(new ExpertRouting([share], 1, "Net.Route"), zeros(1, tokens, 2, ScalarType.Float64), new double[tokens], 0).Count);

    [Fact]
    public void ContextsAreTakenWithTheirTokens()
    {
        var routing = new ExpertRouting([0.5], 1, "Net.Route");
        routing.Choose(tensor(new[,] { { 1.0, 2, 3, 4 }, { 4, 3, 2, 1 } }), zeros(2, 4, 2, ScalarType.Float64), 0);

        Assert.Equal([2L, 3, 0, 1], routing.Take(arange(4, dtype: ScalarType.Int64).unsqueeze(0), "places").data<long>());
        Assert.Equal([2, 2, 3, 1], routing.Take(ones(2, 4, 3, 1), "more").shape);
        Assert.Null(routing.Take(null, "absent"));
        Assert.Contains("The context places is [2, 3] of Float32", Assert.Throws<InvalidOperationException>(() => routing.Take(ones(2, 3), "places")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ATokenGoesAsFarAsItsScoreSays()
    {
        var routing = new ExpertRouting([0.5], 0.8, "Net.Route");
        var h = tensor(new[] { 1.0, 2 }).view(1, 2, 1);
        routing.Choose(tensor(new[,] { { -1.0, 1 } }), h, 0);
        var taken = routing.Take(h);

        var next = routing.Put(h, taken, taken + 10);

        Assert.Equal([1, 2 + (0.8 / (1 + Math.Exp(-1)) * 10)], next.data<double>().ToArray().Select(value => Math.Round(value, 12)), (x, y) => Math.Abs(x - y) < 1e-11);
    }

    [Fact]
    public void ATokenTakesAsManyStepsAsItChose()
    {
        var routing = new TokenRouting(3, 0.5, "Net.Route");
        var h = zeros(1, 3, 1, ScalarType.Float64);
        routing.Choose(tensor(new[] { 0.0, 1, 1, 2, 0, 0, 0, 0, 3 }).view(1, 3, 3), h);

        var gates = new[] { Math.E / (1 + (2 * Math.E)), Math.Exp(2) / (2 + Math.Exp(2)), Math.Exp(3) / (2 + Math.Exp(3)) };
        Assert.Equal([2L, 1, 3], routing.Depths.data<long>());
        Assert.Equal(3, routing.Deepest);
        for (var step = 0; step < 3; step++)
        {
            var next = routing.Put(h, h + 1, step).data<double>().ToArray();
            Assert.All(next.Zip(gates, [2, 1, 3]), item => Assert.Equal(step < item.Third ? item.Second / 2 : 0, item.First, 1e-14));
        }
    }

    [Fact]
    public void LossesAreThoseOfTheirFormulas()
    {
        var scores = tensor(new[] { 1.0, -2, 0.5, 3, -1, 2 }).view(2, 1, 3);
        var depths = tensor(new[,] { { 2L, 0, 1 } });
        double Entropy(double score, bool taken) => Math.Log(1 + Math.Exp(taken ? -score : score));
        Assert.Equal(
            (((Entropy(1, true) + Entropy(-2, false) + Entropy(0.5, true)) / 3) + ((Entropy(3, true) + Entropy(2, false)) / 2)) / 2,
            RouteLosses.Causal(scores, depths).ToDouble(),
            1e-14);
        Assert.Equal((1 + 4 + 0.25 + 9 + 1 + 4) / 6, RouteLosses.Z(scores, RouteChoice.Expert).ToDouble(), 1e-14);

        var even = zeros(1, 2, 2, ScalarType.Float64);
        Assert.Equal(1, RouteLosses.Balance(even, tensor(new[,] { { 1L, 2 } })).ToDouble(), 1e-14);
        Assert.Equal(Math.Pow(Math.Log(2), 2), RouteLosses.Z(even, RouteChoice.Token).ToDouble(), 1e-14);
        var certain = tensor(new[] { 50.0, 0, 50, 0 }).view(1, 2, 2);
        Assert.Equal(2, RouteLosses.Balance(certain, tensor(new[,] { { 1L, 1 } })).ToDouble(), 1e-14);
    }

    [Fact]
    public void LossesRefuseWhatTheOtherChoiceReturns()
    {
        Assert.Contains("RouteChoice.Expert", Assert.Throws<ArgumentException>(() => RouteLosses.Causal(zeros(2, 5, 3), zeros(2, 5))).Message, StringComparison.Ordinal);
        Assert.Contains("RouteChoice.Token", Assert.Throws<ArgumentException>(() => RouteLosses.Balance(zeros(3, 2, 5), zeros(2, 5))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EachLossHasAGradient()
    {
        var scores = randn(3, 3, 3, ScalarType.Float64, requires_grad: true);
        var depths = tensor(new[,] { { 1L, 2, 3 }, { 3, 1, 2 }, { 1, 1, 2 } });
        foreach (var loss in new[] { RouteLosses.Causal(scores, depths), RouteLosses.Balance(scores, depths), RouteLosses.Z(scores, RouteChoice.Token) })
        {
            scores.grad = null;
            loss.backward();
            Assert.True(scores.grad!.abs().max().ToDouble() > 0);
        }
    }

    /// <summary>The tokens that a step takes, by the first feature of each, which is twice its place.</summary>
    private static List<int> Taken(ExpertRouting routing, Tensor h, double[] scores, int step)
    {
        using var scope = NewDisposeScope();
        routing.Choose(tensor(scores).unsqueeze(0), h, step);
        var places = arange(h.shape[1], dtype: ScalarType.Int64).unsqueeze(0);
        return [.. routing.Take(places, "places").data<long>().Select(place => (int)place)];
    }
}
