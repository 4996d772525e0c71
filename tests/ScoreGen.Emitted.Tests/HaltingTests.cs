using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Emitted.Tests;

/// <summary>Each rule of halting against the same mathematics for one position after another, in plain numbers.</summary>
public sealed class HaltingTests : IDisposable
{
    private const int Steps = 5;
    private const double Threshold = 0.9;

    private static readonly double[,] Chances =
    {
        { 0.95, 0.1, 0.1, 0.1, 0.1 },
        { 0.2, 0.3, 0.5, 0.1, 0.2 },
        { 0.1, 0.1, 0.1, 0.1, 0.1 },
        { 0.4, 0.5, 0.6, 0.2, 0.9 },
    };

    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void TheMeanIsThatOfEachPosition()
    {
        var halting = new MeanHalting(Threshold, "Net.Halt");
        Each(step => halting.Add(Chance(step), State(step), step == Steps - 1));

        var expected = Enumerable.Range(0, 4).Select(position =>
        {
            var (total, state, ponder) = (0.0, 0.0, 0.0);
            for (var step = 0; step < Steps; step++)
            {
                ponder++;
                if (total + Chances[position, step] > Threshold || step == Steps - 1)
                {
                    return (State: state + ((1 - total) * Value(position, step)), Ponder: ponder + 1 - total);
                }

                state += Chances[position, step] * Value(position, step);
                total += Chances[position, step];
            }

            throw new InvalidOperationException();
        }).ToList();
        Close(expected.Select(each => each.State), halting.State.select(-1, 0));
        Close(expected.Select(each => each.Ponder), halting.Ponder);
        Assert.True(halting.HaveHalted);
    }

    [Fact]
    public void TheMixtureIsThatOfEachPosition()
    {
        var halting = new MixtureHalting(Threshold, "Net.Halt");
        Each(step =>
        {
            halting.Ask(Chance(step).unsqueeze(-1), State(step));
            halting.Add(State(step));
        });

        var expected = Enumerable.Range(0, 4).Select(position =>
        {
            var (total, state, ponder, runs) = (0.0, 0.0, 0.0, true);
            for (var step = 0; step < Steps && runs; step++)
            {
                ponder++;
                var halts = total + Chances[position, step] > Threshold;
                var weight = halts ? 1 - total : Chances[position, step];
                state = (weight * Value(position, step)) + ((1 - weight) * state);
                ponder += halts ? 1 - total : 0;
                total += halts ? 0 : Chances[position, step];
                runs = !halts;
            }

            return (State: state, Ponder: ponder);
        }).ToList();
        Close(expected.Select(each => each.State), halting.State.select(-1, 0));
        Close(expected.Select(each => each.Ponder), halting.Ponder);
        Assert.False(halting.HaveHalted);
    }

    [Fact]
    public void TheExitsAddUpToOneAndEachPositionLeavesAtTheThreshold()
    {
        var halting = new ExitDistribution(Threshold, "Net.Halt");
        var shares = new List<Tensor>();
        Each(step =>
        {
            var share = step == Steps - 1 ? halting.Rest(State(step)) : halting.Share(Chance(step), State(step));
            shares.Add(share.clone().DetachFromDisposeScope());
            halting.Exit(share, State(step), step == Steps - 1);
        });

        var exits = stack(shares);
        Close(Enumerable.Repeat(1.0, 4), exits.sum(dim: 0));
        var ends = Enumerable.Range(0, 4).Select(position =>
        {
            var (left, step) = (1.0, 0);
            while (step < Steps - 1 && 1 - (left * (1 - Chances[position, step])) < Threshold)
            {
                left *= 1 - Chances[position, step++];
            }

            Assert.Equal(step == Steps - 1 ? left : left * Chances[position, step], exits[step, position].ToDouble(), 1e-14);
            return Value(position, step);
        }).ToList();
        Close(ends, halting.State.select(-1, 0));
        Assert.True(halting.HaveHalted);
    }

    [Fact]
    public void WhatHasHaltedKeepsItsState()
    {
        var halting = new MeanHalting(Threshold, "Net.Halt");
        Assert.Same(State(1).GetType(), halting.Keep(State(0), State(1)).GetType());
        using (NewDisposeScope())
        {
            halting.Add(Chance(0), State(0), isLast: false);
        }

        var kept = halting.Keep(State(0), State(1));
        Close([Value(0, 0), Value(1, 1), Value(2, 1), Value(3, 1)], kept.select(-1, 0));
    }

    [Theory]
    [InlineData(new long[] { 4, 3 }, ScalarType.Float64)]
    [InlineData(new long[] { 3 }, ScalarType.Float64)]
    [InlineData(new long[] { 4 }, ScalarType.Float32)]
    public void ChancesThatAreNotThoseOfThePositionsAreRefused(long[] shape, ScalarType type)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => new MeanHalting(Threshold, "Net.Halt").Add(ones(shape, type), State(0), isLast: false));
        Assert.StartsWith("Net.Halt returned [", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheCostOfThinkingHasAGradient()
    {
        var chances = Enumerable.Range(0, Steps).Select(step => Chance(step).requires_grad_()).ToList();
        var halting = new MeanHalting(Threshold, "Net.Halt");
        Each(step => halting.Add(chances[step], State(step), step == Steps - 1));
        HaltLosses.Ponder(halting.Ponder).backward();

        // The remainder shrinks with each chance before the step at which a position halts.
        Close([0, -0.25, -0.25, -0.25], chances[0].grad!);
        Close([0, 0, -0.25, 0], chances[3].grad!.mul(1));
    }

    [Fact]
    public void LossesAreThoseOfTheirFormulas()
    {
        var exits = tensor(new[] { 0.5, 0.2, 0.3, 0.8, 0.2, 0 }, dtype: ScalarType.Float64).view(3, 2);
        double Entropy(params double[] chances) => -chances.Where(chance => chance > 0).Sum(chance => chance * Math.Log(chance));
        double Divergence(params double[] chances) => chances.Zip([0.25, 0.1875, 0.5625]).Where(pair => pair.First > 0).Sum(pair => pair.First * Math.Log(pair.First / pair.Second));

        Assert.Equal((Entropy(0.5, 0.3, 0.2) + Entropy(0.2, 0.8)) / 2, HaltLosses.Entropy(exits).ToDouble(), 1e-14);
        Assert.Equal((Divergence(0.5, 0.3, 0.2) + Divergence(0.2, 0.8, 0)) / 2, HaltLosses.GeometricDivergence(exits, 0.25).ToDouble(), 1e-14);
        Assert.Equal((0.5 + 0.6 + 0.6 + (2 * 0.2) + (2 * 1.6)) / 2, HaltLosses.Expected(exits, tensor(new[] { 1.0, 2, 2, 4, 3, 6 }).view(3, 2)).ToDouble(), 1e-14);
        Assert.Throws<ArgumentOutOfRangeException>(() => HaltLosses.GeometricDivergence(exits, 1));
    }

    private static void Each(Action<int> add)
    {
        for (var step = 0; step < Steps; step++)
        {
            using var scope = NewDisposeScope();
            add(step);
        }
    }

    private static double Value(int position, int step) => 1 + position + (10 * step);

    private static Tensor State(int step) => tensor(Enumerable.Range(0, 4).SelectMany(position => new[] { Value(position, step), 0 }).ToArray()).view(4, 2);

    private static Tensor Chance(int step) => tensor(Enumerable.Range(0, 4).Select(position => Chances[position, step]).ToArray());

    private static void Close(IEnumerable<double> expected, Tensor actual)
        => Assert.All(expected.Zip(actual.data<double>()), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
}
