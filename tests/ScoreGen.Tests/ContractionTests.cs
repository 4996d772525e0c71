using MathNet.Numerics.LinearAlgebra;
using ScoreGen.Numerics;
using static ScoreGen.Integrator;
using static ScoreGen.UpdateRule;

namespace ScoreGen.Tests;

/// <summary>The contraction bound against distances that are measured before and after a step.</summary>
public class ContractionTests
{
    public static TheoryData<double> Constants => [0, 0.3, 0.9, 1, 1.5, 2.5];

    [Theory]
    [InlineData(Euler, 0.25, 0.5, 0.875)]
    [InlineData(Euler, 1.5, 0.5, 1.25)]
    [InlineData(Euler, 0.5, 3.0, 2.0)]
    [InlineData(Heun, 0.5, 0.5, 0.78125)]
    [InlineData(Midpoint, 0.25, 2.0, 1.40625)]
    [InlineData(ExponentialEuler, 0.6931471805599453, 0.5, 0.75)]
    public void TheBoundIsTheOneWorkedOutByHand(Integrator integrator, double dt, double lipschitz, double expected)
        => Assert.Equal(expected, Stability.ContractionBound(Folding.Fold(integrator, Contractive, stripSkip: false, dt), lipschitz), 12);

    /// <summary>Random maps <c>L·P·tanh(Q·y)</c>, with P and Q orthogonal: their Lipschitz constant is L, at the origin.</summary>
    [Theory]
    [MemberData(nameof(Constants))]
    public void NoTwoStatesAreDrivenFurtherApart(double lipschitz)
    {
        var random = new Random(3);
        foreach (var integrator in Enum.GetValues<Integrator>())
        {
            foreach (var (dt, stripSkip) in new[] { (0.1, false), (0.5, true), (1.3, false), (2.2, true) })
            {
                var step = Folding.Fold(integrator, Contractive, stripSkip, dt);
                var (outer, inner) = (LinearStep.RandomOrthogonal(random, 3), LinearStep.RandomOrthogonal(random, 3));
                Vector<double> Block(int stage, Vector<double> y)
                    => (lipschitz * (outer * (inner * y).PointwiseTanh())) + (stripSkip ? y : 0 * y);

                for (var pair = 0; pair < 20; pair++)
                {
                    var (one, other) = (Somewhere(random, 0.5), Somewhere(random, 0.5));
                    var apart = (Apply(step, Block, one) - Apply(step, Block, other)).L2Norm() / (one - other).L2Norm();
                    Assert.InRange(apart, 0, Stability.ContractionBound(step, lipschitz) * (1 + 1e-9));
                }
            }
        }
    }

    /// <summary>
    /// A map may have another slope at each stage. Where these are ±L and every weight has the sign of its value's slope, all terms add up,
    /// and two states are driven apart as far as the bound allows.
    /// </summary>
    [Theory]
    [MemberData(nameof(Constants))]
    public void TheWorstMapDrivesTwoStatesApartByTheBound(double lipschitz)
    {
        var random = new Random(4);
        for (var sample = 0; sample < 40; sample++)
        {
            var evaluations = 1 + (sample % 4);
            var slopes = Enumerable.Range(0, evaluations).Select(_ => random.Next(2) == 0 ? lipschitz : -lipschitz).ToArray();
            var rows = Enumerable.Range(2, evaluations).Select(length => Enumerable.Range(0, length)
                .Select(i => random.NextDouble() * (i > 0 && slopes[i - 1] < 0 ? -1 : 1)).ToArray()).ToArray();
            var step = new FoldedStep(1, false, rows);
            Vector<double> Block(int stage, Vector<double> y) => slopes[stage] * y;

            var (one, other) = (Somewhere(random, 1), Somewhere(random, 1));
            var apart = (Apply(step, Block, one) - Apply(step, Block, other)).L2Norm() / (one - other).L2Norm();

            Assert.Equal(1, Stability.ContractionBound(step, lipschitz) / apart, 10);
        }
    }

    private static Vector<double> Somewhere(Random random, double size)
        => Vector<double>.Build.Dense(3, _ => size * ((2 * random.NextDouble()) - 1));

    private static Vector<double> Apply(FoldedStep step, Func<int, Vector<double>, Vector<double>> block, Vector<double> h)
    {
        var values = new List<Vector<double>> { h };
        for (var stage = 0; stage < step.Evaluations; stage++)
        {
            values.Add(block(stage, Weigh(step.Stage(stage), values)));
        }

        return Weigh(step.Next, values);
    }

    private static Vector<double> Weigh(IReadOnlyList<double> weights, List<Vector<double>> values)
        => weights.Select((weight, i) => weight * values[i]).Aggregate((sum, term) => sum + term);
}
