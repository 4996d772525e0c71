namespace ScoreGen.Generator.Tests;

/// <summary>The sources of this suite are right, but for those that are wrong on purpose: no analyzer warns of them.</summary>
public class SilenceTests
{
    public static TheoryData<string> Right => [.. Sources.Names.Where(name => name != "Errors")];

    [Theory]
    [MemberData(nameof(Right))]
    public Task No_analyzer_warns(string source) => GeneratorTest.Warns(Sources.Text(source));
}
