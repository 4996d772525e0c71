using System.Reflection;
using System.Text.RegularExpressions;
using ScoreGen.Docs.Tests.Compiling;
using ScoreGen.Docs.Tests.Pages;
using static TorchSharp.torch;

namespace ScoreGen.Docs.Tests.Porting;

/// <summary>Each page on porting has checks that both models are equal; they say so, and would not if they were not.</summary>
public partial class CheckTests
{
    private const string Folder = "runtime/docs/porting/";
    private const double Rounding = 1e-5;

    public static TheoryData<string, string> Checks
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var page in Repository.Pages.Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(Page.Of))
            {
                foreach (Match check in Check().Matches(page.Text))
                {
                    data.Add(page.Name, check.Groups["name"].Value);
                }
            }

            return data;
        }
    }

    [Theory]
    [InlineData("sequential.md", 2)]
    [InlineData("transformer.md", 2)]
    [InlineData("resnet.md", 3)]
    [InlineData("graphs.md", 2)]
    [InlineData("cells.md", 3)]
    public void ThePageHasChecks(string page, int least) => Assert.InRange(Checks.Count(check => (string)check[0] == Folder + page), least, 10);

    [Theory]
    [MemberData(nameof(Checks))]
    public void BothModelsAreEqual(string page, string check) => Assert.InRange(Run(PageProject.Of(Page.Of(page)), check), 0, Rounding);

    /// <summary>
    /// Without the weights of the other model the check finds a difference: it does compare something. TorchSharp's GroupNorm starts with whatever was in
    /// memory, so that the difference may be NaN.
    /// </summary>
    [Theory]
    [MemberData(nameof(Checks))]
    public void ModelsThatDifferAreFoundOut(string page, string check)
    {
        var loading = new Regex($@"(class {check}\b.*?)^ +\w+\.load_state_dict\([^\n]*\n", RegexOptions.Singleline | RegexOptions.Multiline);
        var project = PageProject.Of(Page.Of(page), code => loading.Replace(code, "$1"));

        Assert.False(Run(project, check) <= 100 * Rounding);
    }

    private static double Run(Project project, string check)
    {
        manual_seed(1);
        return (double)project.Type(check).GetMethod("LargestDifference", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!;
    }

    [GeneratedRegex(@"^public static class (?<name>\w+Check)$", RegexOptions.Multiline)]
    private static partial Regex Check();
}
