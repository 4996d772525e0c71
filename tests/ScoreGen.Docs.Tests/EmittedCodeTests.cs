using System.Text.RegularExpressions;
using ScoreGen.Docs.Tests.Compiling;
using ScoreGen.Docs.Tests.Pages;

namespace ScoreGen.Docs.Tests;

/// <summary>
/// What a page shows as the compiler's work is that: the same lines in the same order, but for <c>global::</c> names, documentation,
/// attributes, and what a line with an ellipsis stands for.
/// </summary>
public partial class EmittedCodeTests
{
    private const string Mark = "emitted for";

    public static TheoryData<string, int> Shown
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var page in Repository.Pages.Select(Page.Of))
            {
                foreach (var block in page.CSharp.Where(block => block.Marked(Mark) is not null))
                {
                    data.Add(page.Name, block.Line);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public void ItIsWhatIsEmitted(string name, int line)
    {
        var page = Page.Of(name);
        var block = page.CSharp.Single(block => block.Line == line);
        var type = block.Marked(Mark)!;
        var emitted = PageProject.Of(page).Emitted.Single(file => Regex.IsMatch(file, $@"^\s*partial class {type}\b", RegexOptions.Multiline));

        var rest = Plain(emitted);
        foreach (var part in Plain(block.Code).Split("\n…\n"))
        {
            var start = rest.IndexOf(part, StringComparison.Ordinal);
            Assert.True(start >= 0, $"{name}:{line} shows this, which is not emitted for {type} (any more), or not here:\n{part}\nIt is emitted like this:\n{rest}");
            rest = rest[(start + part.Length)..];
        }
    }

    /// <summary>The code line by line, with short names and without indentation, documentation, attributes and blank lines.</summary>
    private static string Plain(string code)
    {
        var lines = Qualification().Replace(code, "").Split('\n').Select(line => line.Trim());
        return string.Join('\n', lines.Where(line => line.Length > 0 && !line.StartsWith("///", StringComparison.Ordinal) && !line.StartsWith("[GeneratedCode(", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"global::(TorchSharp\.(torch\.)?|ScoreGen\.(Emitted\.)?|System\.CodeDom\.Compiler\.|System\.)")]
    private static partial Regex Qualification();
}
