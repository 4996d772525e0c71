namespace ScoreGen.Tests;

public class FoldedStepTests
{
    [Fact]
    public void AStageHasTheWeightsOfItsRowAndTheFirstIsTheStateItself()
    {
        var step = new FoldedStep(0.5, true, [0.5, 0.25], [0.625, 0.125, 0.375]);

        Assert.Equal([1], step.Stage(0));
        Assert.Equal([0.5, 0.25], step.Stage(1));
        Assert.Equal([0.625, 0.125, 0.375], step.Next);
        Assert.Equal((2, 0.5, true), (step.Evaluations, step.Dt, step.StripSkip));
    }

    [Fact]
    public void ARefusalSaysWhichRowNeedsHowManyWeights()
    {
        var refusal = Assert.Throws<ArgumentException>("rows", () => new FoldedStep(0.5, false, [0.5, 0.5], [0.5, 0.5]));

        Assert.Contains("Row 1 of a folded step needs 3 weights", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("rows", () => new FoldedStep(0.5, false, null!));
        Assert.Throws<ArgumentException>("rows", () => new FoldedStep(0.5, false, [0.5, 0.5], null!));
    }
}
