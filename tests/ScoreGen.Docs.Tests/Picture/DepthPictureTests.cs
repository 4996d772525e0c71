namespace ScoreGen.Docs.Tests.Picture;

/// <summary>The picture of the README.</summary>
public class DepthPictureTests
{
    [Fact]
    public void IsWhatTheCodeDraws() => Committed.Is("runtime/docs/depth.svg", DepthPicture.Write());
}
