using ScoreGen.Numerics;
using static ScoreGen.Integrator;

namespace ScoreGen.Tests;

/// <summary>Folded steps against a differential equation that has a solution in closed form: <c>dh/dt = h·(1 - h)</c>, logistic growth.</summary>
public class ConvergenceTests
{
    public static TheoryData<Integrator, double> Orders => new()
    {
        { Euler, 1 }, { ExponentialEuler, 1 }, { Midpoint, 2 }, { Heun, 2 }, { Ralston, 2 }, { Ssprk3, 3 }, { Rk4, 4 }, { ThreeEighths, 4 },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void HalvingTheStepsDividesTheErrorByTwoToTheOrder(Integrator integrator, double order)
    {
        foreach (var update in Enum.GetValues<UpdateRule>())
        {
            if (integrator == ExponentialEuler && update == UpdateRule.Residual)
            {
                continue;
            }

            foreach (var stripSkip in new[] { false, true })
            {
                var observed = Math.Log2(Error(integrator, update, stripSkip, 16) / Error(integrator, update, stripSkip, 32));
                Assert.InRange(observed, order - 0.25, order + 0.35);
            }
        }
    }

    /// <summary>To time 2 in steps of which every second one is twice as long.</summary>
    private static double Error(Integrator integrator, UpdateRule update, bool stripSkip, int steps)
    {
        var plan = new ScorePlan(integrator, update, [.. Enumerable.Range(0, steps)
            .Select(i => Folding.Fold(integrator, update, stripSkip, 2 * (1.0 + (i % 2)) / (1.5 * steps)))]);
        double Block(double y) => (y * (1 - y)) + (update == UpdateRule.Contractive ? y : 0) + (stripSkip ? y : 0);

        var h = 0.1;
        foreach (var step in plan.Coefficients)
        {
            var values = new List<double> { h };
            for (var stage = 0; stage < step.Evaluations; stage++)
            {
                values.Add(Block(Weigh(step.Stage(stage), values)));
            }

            h = Weigh(step.Next, values);
        }

        Assert.Equal(2, plan.Horizon, 12);
        return Math.Abs(h - (1 / (1 + (9 * Math.Exp(-plan.Horizon)))));
    }

    private static double Weigh(IReadOnlyList<double> weights, List<double> values)
        => weights.Select((weight, i) => weight * values[i]).Sum();
}
