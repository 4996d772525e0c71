namespace Molecules.Tests.CommandLine;

public sealed class RefusalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Too_few_molecules_are_refused()
    {
        var path = folder.Write("few.csv", "smiles,measured log solubility in mols per litre\nC,1\nCC,2\nC?,3\n");

        Assert.Equal((1, true), Errors("has 2 molecules that can be read. At least 10 are needed", "--data", path));
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        var path = folder.Write("other.csv", "smiles,logS\nC,1\n");

        Assert.Equal((1, true), Errors("the column 'measured log solubility in mols per litre' is missing", "--data", path));
    }

    [Fact]
    public void A_solubility_that_is_no_number_is_named_with_its_line()
    {
        var path = folder.Write("text.csv", "smiles,measured log solubility in mols per litre\nC,1\nCC,high\n");

        Assert.Equal((1, true), Errors("line 3", "--data", path));
    }

    [Theory]
    [InlineData("--depth", "deep")]
    [InlineData("--backbone", "resnet")]
    [InlineData("--split", "time")]
    [InlineData("--epochs", "0")]
    public void An_unknown_choice_is_refused(string option, string value) => Assert.NotEqual(0, Program.Run([option, value]));

    private static (int Code, bool Said) Errors(string expected, params string[] arguments)
    {
        using var console = new CapturedConsole();
        using var errors = new CapturedConsole();
        var code = Program.Run(["--quick", "--device", "cpu", .. arguments], console.Console, errors.Console);
        return (code, errors.Text.ReplaceLineEndings(" ").Contains(expected, StringComparison.Ordinal));
    }
}
