using ScoreGen.Numerics;

namespace ScoreGen.Tests;

public class TableauTests
{
    public static TheoryData<Integrator, int> Orders => new()
    {
        { Integrator.Euler, 1 },
        { Integrator.Midpoint, 2 },
        { Integrator.Heun, 2 },
        { Integrator.Ralston, 2 },
        { Integrator.Ssprk3, 3 },
        { Integrator.Rk4, 4 },
        { Integrator.ThreeEighths, 4 },
    };

    [Theory]
    [InlineData(Integrator.Euler)]
    [InlineData(Integrator.Midpoint)]
    [InlineData(Integrator.Heun)]
    [InlineData(Integrator.Ralston)]
    [InlineData(Integrator.Ssprk3)]
    [InlineData(Integrator.Rk4)]
    [InlineData(Integrator.ThreeEighths)]
    public void EachStageIsEvaluatedAtTheSumOfItsRow(Integrator integrator)
    {
        var tableau = Tableau.Of(integrator);
        for (var i = 0; i < tableau.Stages; i++)
        {
            Assert.Equal(i, tableau.A[i].Length);
            Assert.Equal(tableau.C[i], tableau.A[i].Sum(), 15);
        }
    }

    /// <summary>The order conditions up to order 4 (Hairer, Nørsett, Wanner, "Solving Ordinary Differential Equations I", II.2).</summary>
    [Theory]
    [MemberData(nameof(Orders))]
    public void TheOrderConditionsHold(Integrator integrator, int order)
    {
        var tableau = Tableau.Of(integrator);
        var (a, b, c) = (tableau.A, tableau.B, tableau.C);
        double Sum(Func<int, double> term) => Enumerable.Range(0, tableau.Stages).Sum(i => b[i] * term(i));
        double Row(int i, Func<int, double> term) => Enumerable.Range(0, i).Sum(j => a[i][j] * term(j));

        var conditions = new (int Order, double Left, double Right)[]
        {
            (1, Sum(_ => 1), 1),
            (2, Sum(i => c[i]), 1.0 / 2),
            (3, Sum(i => c[i] * c[i]), 1.0 / 3),
            (3, Sum(i => Row(i, j => c[j])), 1.0 / 6),
            (4, Sum(i => c[i] * c[i] * c[i]), 1.0 / 4),
            (4, Sum(i => c[i] * Row(i, j => c[j])), 1.0 / 8),
            (4, Sum(i => Row(i, j => c[j] * c[j])), 1.0 / 12),
            (4, Sum(i => Row(i, j => Row(j, k => c[k]))), 1.0 / 24),
        };

        Assert.All(conditions.Where(x => x.Order <= order), x => Assert.Equal(x.Right, x.Left, 15));
        Assert.Contains(conditions.Where(x => x.Order == order + 1).DefaultIfEmpty((5, 0, 1)), x => Math.Abs(x.Left - x.Right) > 1e-3);
    }

    [Fact]
    public void AnIntegratorThatDoesNotExistIsRefused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => Tableau.Of((Integrator)99));
}
