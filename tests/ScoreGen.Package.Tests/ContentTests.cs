using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ScoreGen.Package.Tests;

/// <summary>What lies in the packages.</summary>
[Collection(PackageCollection.Name)]
public partial class ContentTests
{
    private static IEnumerable<string> Pages => new[] { "analyzers/docs", "runtime/docs" }
        .SelectMany(folder => Directory.GetFiles(Path.Combine(Build.Repository, folder), "*", SearchOption.AllDirectories))
        .Select(file => "docs/" + Path.GetRelativePath(Build.Repository, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    [Fact]
    public void ScoreGenHoldsTheRuntimeAndTheCompilersPart()
    {
        using var package = PackedFeed.Open("ScoreGen");

        Assert.Equal(
            [
                "README.md",
                "analyzers/dotnet/cs/ScoreGen.Analyzers.dll",
                "analyzers/dotnet/cs/ScoreGen.Generator.dll",
                "analyzers/dotnet/roslyn4.14/cs/ScoreGen.CodeFixes.dll",
                "build/ScoreGen.Explain.targets",
                "build/ScoreGen.targets",
                "build/explain.globalconfig",
                "buildTransitive/ScoreGen.Explain.targets",
                "buildTransitive/ScoreGen.targets",
                "buildTransitive/explain.globalconfig",
                .. Pages,
                "icon.png",
                "lib/net8.0/ScoreGen.dll",
                "lib/net8.0/ScoreGen.xml",
                "lib/netstandard2.0/ScoreGen.dll",
                "lib/netstandard2.0/ScoreGen.xml",
                "tools/libstdcxx-bridge.sh",
            ],
            Content(package));
    }

    [Fact]
    public void HelpPagesLinkToPagesOfThePackage()
    {
        using var package = PackedFeed.Open("ScoreGen");

        Assert.All(Pages.Where(page => page.StartsWith("docs/analyzers/", StringComparison.Ordinal)), page =>
        {
            using var text = new StreamReader(package.GetEntry(page)!.Open());
            Assert.All(LocalLink().Matches(text.ReadToEnd()), link => Assert.Contains(Target(page, link.Groups["target"].Value), Pages));
        });
    }

    [Fact]
    public void APackageNamesNoOtherAndSaysWhatItIs()
    {
        using var package = PackedFeed.Open("ScoreGen");
        using var nuspec = package.GetEntry("ScoreGen.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        string? Said(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Equal("MIT", Said("license"));
        Assert.Equal("README.md", Said("readme"));
        Assert.Equal("icon.png", Said("icon"));
        Assert.NotEmpty(Said("description")!);
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
    }

    [Fact]
    public void SymbolsComeWithIt()
    {
        using var symbols = PackedFeed.Open("ScoreGen", "snupkg");

        Assert.Contains("lib/net8.0/ScoreGen.pdb", Content(symbols));
    }

    [Fact]
    public async Task TheSameBuildGivesTheSameBytes()
    {
        var again = PackedFeed.NewFolder("again");
        await PackedFeed.Pack(again);

        Assert.All(
            Directory.GetFiles(again, "*.*nupkg"),
            file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(PackedFeed.File("ScoreGen"))!, Path.GetFileName(file)))));
    }

    /// <summary>Where a link of a page leads.</summary>
    private static string Target(string page, string link)
        => new Uri(new Uri($"package:///{page}"), link).AbsolutePath.TrimStart('/');

    [GeneratedRegex(@"\]\((?!\w+://|#)(?<target>[^)#]+)")]
    private static partial Regex LocalLink();

    /// <summary>What the packer adds for itself left out.</summary>
    private static List<string> Content(ZipArchive package) => package.Entries
        .Select(entry => entry.FullName)
        .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
            && name != "[Content_Types].xml" && !name.EndsWith(".nuspec", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToList();
}
