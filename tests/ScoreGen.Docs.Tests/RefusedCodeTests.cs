using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScoreGen.Docs.Tests.Compiling;
using ScoreGen.Docs.Tests.Pages;

namespace ScoreGen.Docs.Tests;

/// <summary>
/// Where a page shows code that is refused, the block below it is what is said of it, word for word, with the place underlined. What generator and analyzer both
/// say, the compiler shows once.
/// </summary>
public class RefusedCodeTests
{
    private const string Mark = "refused";

    public static TheoryData<string, int> Refused
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var page in Repository.Pages.Select(Page.Of))
            {
                foreach (var block in page.CSharp.Where(block => block.Mark == Mark))
                {
                    data.Add(page.Name, block.Line);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task ThisIsWhatIsSaidOfIt(string name, int line)
    {
        var blocks = Page.Of(name).Blocks;
        var index = blocks.ToList().FindIndex(block => block.Line == line);
        var found = await new Project(("Encoder.cs", blocks[index].Code)).Diagnostics();

        Assert.NotEmpty(found);
        Assert.Equal("text", blocks[index + 1].Language);
        var said = string.Concat(found.Select(Underlined).Distinct());
        Assert.True(said == blocks[index + 1].Code, $"{name}:{line} is refused like this:\n{said}");
    }

    private static string Underlined(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.SourceTree!.GetText().Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start);
        var column = diagnostic.Location.SourceSpan.Start - place.Start;
        return $"{CSharpDiagnosticFormatter.Instance.Format(diagnostic, CultureInfo.InvariantCulture)}\n    {place}\n    {new string(' ', column)}{new string('~', diagnostic.Location.SourceSpan.Length)}\n";
    }
}
