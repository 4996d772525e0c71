using System.Globalization;

namespace ScoreGen.Tests;

/// <summary>A report says what happened, in numbers and in words.</summary>
public sealed class EquilibriumReportTests
{
    [Fact]
    public void ASearchThatArrived()
    {
        var report = new EquilibriumReport([0.5, 0.25, 1e-5], 1e-4);
        Assert.Equal((3, 1e-5, 1e-4, true, null), (report.Evaluations, report.Residual, report.Tolerance, report.Converged, report.FirstNonFiniteEvaluation));
        Assert.Equal([0.5, 0.25, 1e-5], report.Residuals);
        Assert.Equal("converged after 3 evaluations: the lowest residual is 1e-5, the tolerance 1e-4", report.ToString());
    }

    [Fact]
    public void ASearchThatDidNot()
    {
        var report = new EquilibriumReport([0.02, 0.5], 1e-4);
        Assert.Equal((0.02, false), (report.Residual, report.Converged));
        Assert.Equal("not converged after 2 evaluations: the lowest residual is 2e-2, the tolerance 1e-4", report.ToString());
    }

    [Fact]
    public void TheToleranceItselfIsReached() => Assert.True(new EquilibriumReport([1e-4], 1e-4).Converged);

    [Fact]
    public void NumbersThatAreNotFinite()
    {
        var report = new EquilibriumReport([double.PositiveInfinity, 0.123, double.NaN], 1e-4);
        Assert.Equal((0.123, 2, false), (report.Residual, report.FirstNonFiniteEvaluation, report.Converged));
        Assert.Equal("not converged after 3 evaluations: the lowest residual is 1.23e-1, the tolerance 1e-4; evaluation 3 met numbers that are not finite", report.ToString());

        report = new EquilibriumReport([double.NaN], 1e-4);
        Assert.Equal((double.NaN, 0, false), (report.Residual, report.FirstNonFiniteEvaluation, report.Converged));
        Assert.StartsWith("not converged after 1 evaluation: the lowest residual is NaN", report.ToString());
    }

    [Fact]
    public void TheResidualsAreItsOwn()
    {
        var residuals = new List<double> { 0.5 };
        var report = new EquilibriumReport(residuals, 1e-4);
        residuals.Add(0.25);
        Assert.Equal(1, report.Evaluations);
    }

    [Fact]
    public void ThereIsAtLeastOne()
    {
        Assert.Equal("residuals", Assert.Throws<ArgumentException>(() => new EquilibriumReport([], 1e-4)).ParamName);
        Assert.StartsWith("A solver evaluates the block at least once.", Assert.Throws<ArgumentException>(() => new EquilibriumReport(null!, 1e-4)).Message);
    }

    [Fact]
    public void AnExceptionCarriesIt()
    {
        var report = new EquilibriumReport([0.5], 1e-4);
        var exception = new EquilibriumException("It did not converge.", report);
        Assert.Equal(("It did not converge.", report), (exception.Message, exception.Report));
    }

    [Fact]
    public void TextsAreTheSameEverywhere()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            Assert.Contains("1.25e-1", new EquilibriumReport([0.125], 1e-4).ToString());
            Assert.Contains("1.5", new ScoreSpectrum(1.5).ToString());
            Assert.Contains("0.7", new EquilibriumPlan { Damping = 0.7 }.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
