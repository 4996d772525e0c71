using System.IO.Compression;
using System.Xml.Linq;

namespace ScoreGen.Package.Tests;

/// <summary>What lies in the packages.</summary>
[Collection(PackageCollection.Name)]
public class ContentTests
{
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
                "build/ScoreGen.targets",
                "buildTransitive/ScoreGen.targets",
                "icon.png",
                "lib/net8.0/ScoreGen.dll",
                "lib/net8.0/ScoreGen.xml",
                "lib/netstandard2.0/ScoreGen.dll",
                "lib/netstandard2.0/ScoreGen.xml",
            ],
            Content(package));
    }

#if LIBTORCH
    [Fact]
    public void ScoreGenLibTorchHoldsTheBindingAndTheShimsSource()
    {
        using var package = PackedFeed.Open("ScoreGen.LibTorch");
        var native = Directory.GetFiles(Path.Combine(Build.Repository, "runtime", "ScoreGen.LibTorch", "native")).Select(file => $"native/{Path.GetFileName(file)}");

        Assert.Equal(
            new[]
            {
                "README.md",
                "build/ScoreGen.LibTorch.targets",
                "buildTransitive/ScoreGen.LibTorch.targets",
                "icon.png",
                "lib/net8.0/ScoreGen.LibTorch.dll",
                "lib/net8.0/ScoreGen.LibTorch.xml",
            }.Concat(native).Order(StringComparer.Ordinal),
            Content(package));
    }
#endif

    [Theory]
    [MemberData(nameof(Libraries))]
    public void APackageNamesNoOtherAndSaysWhatItIs(string id)
    {
        using var package = PackedFeed.Open(id);
        using var nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        string? Said(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Equal("MIT", Said("license"));
        Assert.Equal("README.md", Said("readme"));
        Assert.Equal("icon.png", Said("icon"));
        Assert.NotEmpty(Said("description")!);
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void SymbolsComeWithIt(string id)
    {
        using var symbols = PackedFeed.Open(id, "snupkg");

        Assert.Contains($"lib/net8.0/{id}.pdb", Content(symbols));
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

    public static TheoryData<string> Libraries() =>
    [
        "ScoreGen",
#if LIBTORCH
        "ScoreGen.LibTorch",
#endif
    ];

    /// <summary>What the packer adds for itself left out.</summary>
    private static List<string> Content(ZipArchive package) => package.Entries
        .Select(entry => entry.FullName)
        .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
            && name != "[Content_Types].xml" && !name.EndsWith(".nuspec", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToList();
}
