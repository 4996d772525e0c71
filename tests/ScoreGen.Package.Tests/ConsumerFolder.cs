namespace ScoreGen.Package.Tests;

/// <summary>The projects of Consumers/, copied beside the feed and built from it once.</summary>
public sealed class ConsumerFolder : IAsyncLifetime
{
    private string folder = "";

    async Task IAsyncLifetime.InitializeAsync()
    {
        folder = PackedFeed.NewFolder("consumers");
        var source = Path.Combine(Build.Repository, "tests", "ScoreGen.Package.Tests", "Consumers");
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        (await Do("build", "Consumers.slnx")).Succeeded();
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    internal string PathOf(string relative) => Path.Combine(folder, relative);

    /// <summary>Builds or publishes one more project, with properties of its own.</summary>
    internal Task<Outcome> Do(string verb, string project, params string[] properties)
        => DotNet.Run(folder, [verb, project, "-nologo", $"-p:ScoreGenVersion={PackedFeed.Version}", $"-p:TorchNativePackage={Build.TorchNativePackage}", .. properties]);

    /// <summary>Runs a program that is built.</summary>
    internal Task<Outcome> Start(string name, string framework) => DotNet.Run(folder, $"{name}/bin/Debug/{framework}/{name}.dll");
}
