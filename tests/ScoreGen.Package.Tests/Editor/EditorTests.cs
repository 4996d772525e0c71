namespace ScoreGen.Package.Tests.Editor;

/// <summary>What whoever writes a model sees in an editor, of a model with two mistakes: Dt = 3, and a block that changes its input in place.</summary>
[Collection(PackageCollection.Name)]
public class EditorTests(OpenEditor editor) : IClassFixture<OpenEditor>
{
    [Theory]
    [InlineData("SCORE103", "Dt = 3")]
    [InlineData("SCORE301", "relu_()")]
    public async Task MistakesAreUnderlinedWithALinkToTheirPages(string id, string place)
    {
        var diagnostic = Assert.Single(await editor.Underlined("SCORE103", "SCORE301"), found => found.Code == id);

        Assert.Equal(editor.PositionOf(place), diagnostic.Range.Start);
        Assert.StartsWith($"# {id}: ", File.ReadAllText(diagnostic.CodeDescription!.Href.LocalPath));
    }

    [Fact]
    public async Task ThePointerOnForwardShowsItsFormula()
        => Assert.Contains("``h[t+1] = -2·h[t] + 3·F(h[t])``", await editor.HoverOn("forward(h)"));

    [Fact]
    public async Task GoToDefinitionOpensTheEmittedFile()
    {
        var definition = Assert.Single(await editor.DefinitionOf("forward(h)"));

        var lines = await File.ReadAllLinesAsync(definition.Uri.LocalPath);
        Assert.EndsWith("Edited.Encoder.g.cs", definition.Uri.LocalPath);
        Assert.StartsWith("forward(", lines[definition.Range.Start.Line][definition.Range.Start.Character..]);
    }

    [Fact]
    public async Task AnEditIsSeenWithoutABuild()
    {
        await editor.Replace("Dt = 3", "Dt = 0.5");

        Assert.DoesNotContain(await editor.Underlined("SCORE301"), found => found.Code == "SCORE103");
        Assert.Contains("``h[t+1] = 0.5·h[t] + 0.5·F(h[t])``", await editor.HoverOn("forward(h)"));

        await editor.Replace("Dt = 0.5", "Dt = 3");
    }
}
