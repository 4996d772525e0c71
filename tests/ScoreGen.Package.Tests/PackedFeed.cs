using System.IO.Compression;

namespace ScoreGen.Package.Tests;

/// <summary>
/// The packages as ./build.sh pack makes them, in a feed that is a folder. All of it lies under artifacts/package-tests, so that a failed
/// project can be looked at; packages of others are kept from run to run.
/// </summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private static readonly string Root = Path.Combine(Build.Repository, "artifacts", "package-tests");

    private static readonly string Feed = Path.Combine(Root, "feed");

    private static readonly string[] Projects = ["runtime/ScoreGen", "samples/Templates"];

    async Task IAsyncLifetime.InitializeAsync()
    {
        Remove(Feed);
        foreach (var stale in Directory.Exists(Packages) ? Directory.GetDirectories(Packages, "scoregen*") : [])
        {
            Remove(stale);
        }

        await Pack(Feed);
        LeaveTheRepository();
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    private static string Packages => Path.Combine(Root, "packages");

    /// <summary>Packs what is built.</summary>
    internal static async Task Pack(string folder)
    {
        foreach (var project in Projects)
        {
            (await DotNet.Run(Build.Repository, "pack", project, "-c", Build.Configuration, "--no-build", "-o", folder, "-nologo", "-p:DeterministicTimestamp=1700000000")).Succeeded();
        }
    }

    /// <summary>The version that all of them have.</summary>
    internal static string Version => Path.GetFileNameWithoutExtension(Directory.GetFiles(Feed, "ScoreGen.Templates.*.nupkg").Single())["ScoreGen.Templates.".Length..];

    internal static string File(string id, string extension = "nupkg") => Path.Combine(Feed, $"{id}.{Version}.{extension}");

    internal static ZipArchive Open(string id, string extension = "nupkg") => ZipFile.OpenRead(File(id, extension));

    /// <summary>An empty folder that restores from the feed first.</summary>
    internal static string NewFolder(string name)
    {
        var folder = Path.Combine(Root, name);
        Remove(folder);
        Directory.CreateDirectory(folder);
        WriteConfiguration(folder);
        return folder;
    }

    // Or this repository's own settings would reach the projects below. All that they get is links to libtorch in place of copies.
    private static void LeaveTheRepository()
    {
        foreach (var name in new[] { "Directory.Build.targets", "Directory.Packages.props" })
        {
            System.IO.File.WriteAllText(Path.Combine(Root, name), "<Project />");
        }

        System.IO.File.WriteAllText(Path.Combine(Root, "Directory.Build.props"), """
            <Project>
              <PropertyGroup>
                <CreateHardLinksForCopyLocalIfPossible>true</CreateHardLinksForCopyLocalIfPossible>
              </PropertyGroup>
            </Project>
            """);
    }

    // What the machine has already need not come a second time.
    private static void WriteConfiguration(string folder)
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Directory.CreateDirectory(cache);
        System.IO.File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{Packages}" />
              </config>
              <fallbackPackageFolders>
                <add key="machine" value="{cache}" />
              </fallbackPackageFolders>
              <packageSources>
                <add key="packed" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
