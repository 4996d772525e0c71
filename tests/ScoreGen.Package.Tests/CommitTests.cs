using System.Diagnostics;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Xml.Linq;

namespace ScoreGen.Package.Tests;

/// <summary>What a package takes over from the commit that it was packed from, in a repository made for it.</summary>
[Collection(PackageCollection.Name)]
public class CommitTests
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    private readonly string folder = PackedFeed.NewFolder("committed");

    [Fact]
    public async Task EachCommitHasAVersionOfItsOwnAndATagGivesIt()
    {
        await CopySources();
        await Commit();
        await Commit();
        var first = await Version();
        await Commit();
        var second = await Version();
        await Git("tag", "v0.2.0");
        var tagged = await Version();
        await Commit();

        Assert.Equal(("0.2.0-dev.1", "0.2.0-dev.2", "0.2.0", "0.2.1-dev.1"), (first, second, tagged, await Version()));
    }

    [Fact]
    public async Task AKnownRepositoryIsNamedAndTheSymbolsLinkToItsSources()
    {
        await CopySources();
        await Commit();
        await Git("remote", "add", "origin", "https://github.com/someone/somewhere.git");
        var commit = (await Git("rev-parse", "HEAD")).Trim();

        (await DotNet.Run(folder, "pack", "runtime/ScoreGen", "-c", Build.Configuration, "-o", folder, "-nologo")).Succeeded();

        using var package = ZipFile.OpenRead(Directory.GetFiles(folder, "*.nupkg").Single());
        using var nuspec = package.GetEntry("ScoreGen.nuspec")!.Open();
        var repository = XDocument.Load(nuspec).Descendants().Single(element => element.Name.LocalName == "repository");
        Assert.Equal(("https://github.com/someone/somewhere.git", commit), (repository.Attribute("url")?.Value, repository.Attribute("commit")?.Value));
        Assert.Contains($"https://raw.githubusercontent.com/someone/somewhere/{commit}/*", SourceLinks(Directory.GetFiles(folder, "*.snupkg").Single()));
    }

    /// <summary>All that the package is made of, and the parts of it that are built already.</summary>
    private async Task CopySources()
    {
        var compilerPart = Path.Combine("bin", Build.Configuration, "netstandard2.0");
        string[] files =
        [
            .. new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", ".gitignore" },
            .. FilesOf("runtime").Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any()),
            .. FilesOf("analyzers/docs"),
            .. FilesOf(Path.Combine("generator", compilerPart)),
            .. FilesOf(Path.Combine("analyzers", "ScoreGen.Analyzers", compilerPart)),
            .. FilesOf(Path.Combine("analyzers", "ScoreGen.CodeFixes", compilerPart)),
        ];
        foreach (var file in files)
        {
            var copy = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Build.Repository, file), copy);
        }

        await Git("init", "--quiet");
        await Git("add", "--all");
    }

    private static IEnumerable<string> FilesOf(string relative)
        => Directory.GetFiles(Path.Combine(Build.Repository, relative), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Build.Repository, file));

    private Task Commit() => Git("-c", "user.name=someone", "-c", "user.email=someone@example.org", "commit", "--quiet", "--allow-empty", "--message", "One more");

    private async Task<string> Version()
        => (await DotNet.Run(folder, "build", "runtime/ScoreGen", "-t:MinVer", "-p:TargetFramework=net8.0", "-getProperty:PackageVersion")).Succeeded().Trim();

    private async Task<string> Git(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private static string SourceLinks(string symbols)
    {
        using var package = ZipFile.OpenRead(symbols);
        using var content = new MemoryStream();
        package.GetEntry("lib/net8.0/ScoreGen.pdb")!.Open().CopyTo(content);
        content.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(content);
        var reader = provider.GetMetadataReader();
        var links = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Single(information => reader.GetGuid(information.Kind) == SourceLink);
        return Encoding.UTF8.GetString(reader.GetBlobBytes(links.Value));
    }
}
