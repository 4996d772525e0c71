using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using ScoreGen.Docs.Tests.Compiling;
using ScoreGen.Docs.Tests.Pages;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Docs.Tests;

/// <summary>The programs on the page about equilibria print what the page says, to some digits; its Hopfield network retrieves.</summary>
public partial class EquilibriumPageTests
{
    /// <summary>Processors round differently, and training passes that on.</summary>
    private const double Share = 0.15;

    private static readonly Page Equilibria = Page.Of("runtime/docs/equilibrium.md");
    private static readonly Lazy<Project> Compiled = new(() => PageProject.Of(Equilibria));

    public static TheoryData<string> Programs => [.. Names];

    private static IEnumerable<string> Names => Program().Matches(Equilibria.Text).Select(match => match.Groups["name"].Value);

    [Fact]
    public void ThereAreTwoPrograms() => Assert.Equal(["AttractorProgram", "MeasuringProgram"], Names);

    [Theory]
    [MemberData(nameof(Programs))]
    public void ItPrintsWhatThePageSays(string name)
    {
        using var scope = NewDisposeScope();
        var printed = Captured(() => Compiled.Value.Type(name).GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null));
        var said = Equilibria.Blocks.SkipWhile(block => !block.Code.Contains($"class {name}", StringComparison.Ordinal)).ElementAt(1);

        Assert.Equal("text", said.Language);
        var isSaid = Number().Replace(said.Code, "#") == Number().Replace(printed, "#")
            && Numbers(said.Code).Zip(Numbers(printed)).All(pair => Math.Abs(pair.First - pair.Second) <= Share * Math.Abs(pair.First));
        Assert.True(isSaid, $"It prints:\n{printed}");
    }

    [Fact]
    public void PatternsAreRetrieved()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var patterns = functional.normalize(randn(6, 32), dim: 1);
        using var retrieval = (Module<Tensor, Tensor, Tensor>)Activator.CreateInstance(Compiled.Value.Type("Retrieval"))!;
        var found = retrieval.call(patterns + (0.05 * randn(6, 32)), patterns * 2);
        Assert.True(found.sub(patterns * 2).norm(1).max().ToDouble() < 0.1);
    }

    private static string Captured(Action run)
    {
        var console = Console.Out;
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Console.SetOut(writer);
        try
        {
            run();
        }
        finally
        {
            Console.SetOut(console);
        }

        return writer.ToString();
    }

    private static IEnumerable<double> Numbers(string text) => Number().Matches(text).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^public static class (?<name>\w+Program)$", RegexOptions.Multiline)]
    private static partial Regex Program();

    [GeneratedRegex(@"\d+(\.\d+)?(e[+-]\d+)?")]
    private static partial Regex Number();
}
