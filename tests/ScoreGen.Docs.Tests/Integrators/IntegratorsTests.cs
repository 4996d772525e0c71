namespace ScoreGen.Docs.Tests.Integrators;

/// <summary>The page on the integrators, and its picture, are what the numerics say.</summary>
public class IntegratorsTests
{
    [Fact]
    public void ThePage() => Committed.Is("runtime/docs/integrators.md", IntegratorsPage.Write());

    [Fact]
    public void ThePicture() => Committed.Is("runtime/docs/stability.svg", StabilityPlot.Write());
}
