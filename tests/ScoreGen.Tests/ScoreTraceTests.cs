namespace ScoreGen.Tests;

public class ScoreTraceTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void AStateThatBreaksAtOnceBreaksAtStepZero(double norm)
        => Assert.Equal(0, new ScoreTrace(1, new ScoreTraceStep(norm, 1, 1), new ScoreTraceStep(norm, 1, 1)).FirstNonFiniteStep);

    [Fact]
    public void ATraceIsATableThatBeginsWithTheInitialNorm()
        => Assert.Equal(
            """
            step         norm       update     relative
                       3.2500
               0       4.5000       1.2500     0.384615
               1       4.0000       0.5000     0.111111

            """.ReplaceLineEndings("\n"),
            new ScoreTrace(3.25, new ScoreTraceStep(4.5, 1.25, 0.3846153), new ScoreTraceStep(4, 0.5, 0.1111111)).ToString());

    [Fact]
    public void ATraceKeepsWhatItIsGiven()
    {
        var trace = new ScoreTrace(3.25, new ScoreTraceStep(4.5, 1.25, 0.4));

        Assert.Equal(3.25, trace.InitialNorm);
        Assert.Equal(new ScoreTraceStep(4.5, 1.25, 0.4), Assert.Single(trace.Steps));
        Assert.Throws<ArgumentNullException>("steps", () => new ScoreTrace(1, null!));
    }
}
