using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ScoreGen.Generator.Tests;

/// <summary>The output is the same bytes wherever the compiler runs.</summary>
public class CultureTests
{
    public static TheoryData<string> Cultures => ["de-DE", "tr-TR", "ar-SA", "fa-IR", "sv-SE"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Emits_the_same_under(string culture)
    {
        var expected = Sources.Names.Select(Everything).ToList();
        var previous = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.NotEqual((-1.5).ToString(CultureInfo.InvariantCulture), (-1.5).ToString(CultureInfo.CurrentCulture));
            Assert.Equal(expected, Sources.Names.Select(Everything));
        }
        finally
        {
            CultureInfo.CurrentCulture = previous;
        }
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Words_errors_the_same_under(string culture)
    {
        const string annotation = "[ScoreDepth(Steps = -3, Dt = -1.5, Lipschitz = -0.25, DtSchedule = new[] { -1e-7 })]";
        var source = UserProject.WithUsings($"{annotation} partial class I : Module<Tensor, Tensor> {{ public I() : base(\"\") {{ }} Tensor Block(Tensor h) => h; }}");
        var expected = Everything(GeneratorRun.Of(source));
        var previous = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Everything(GeneratorRun.Of(source)));
        }
        finally
        {
            CultureInfo.CurrentCulture = previous;
        }
    }

    private static string Everything(string source) => Everything(GeneratorRun.Of(source));

    private static string Everything(GeneratorRun run)
        => string.Join("\n", run.MustNotThrow().Result.GeneratedSources.Select(file => $"{file.HintName}\n{file.SourceText}"));
}
