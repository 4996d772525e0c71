namespace ScoreGen.Package.Tests;

/// <summary>The projects of Consumers/, copied beside the feed.</summary>
internal sealed class ConsumerFolder
{
    private readonly string folder;

    private ConsumerFolder(string folder) => this.folder = folder;

    public static ConsumerFolder Copy(string name)
    {
        var folder = PackedFeed.NewFolder(name);
        var source = Path.Combine(Build.Repository, "tests", "ScoreGen.Package.Tests", "Consumers");
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.WriteAllText(Path.Combine(folder, "Packed.props"), $"""
            <Project>
              <PropertyGroup>
                <ScoreGenVersion>{PackedFeed.Version}</ScoreGenVersion>
                <TorchNativePackage>{Build.TorchNativePackage}</TorchNativePackage>
              </PropertyGroup>
            </Project>
            """);
        return new ConsumerFolder(folder);
    }

    public string PathOf(string relative) => Path.Combine(folder, relative);

    /// <summary>Builds or publishes a project, with properties of its own.</summary>
    public Task<Outcome> Do(string verb, string project, params string[] properties) => DotNet.Run(folder, [verb, project, "-nologo", .. properties]);

    /// <summary>Runs a program that is built.</summary>
    public Task<Outcome> Start(string name, string framework) => DotNet.Run(folder, $"{name}/bin/Debug/{framework}/{name}.dll");
}
