namespace ScoreGen.Package.Tests;

/// <summary>The template, installed for these tests alone.</summary>
public sealed class InstalledTemplate : IAsyncLifetime
{
    private string folder = "";

    private string Hive => Path.Combine(folder, "hive");

    async Task IAsyncLifetime.InitializeAsync()
    {
        folder = PackedFeed.NewFolder("template");
        (await DotNet.Run(folder, "new", "install", PackedFeed.File("ScoreGen.Templates"), "--debug:custom-hive", Hive)).Succeeded();
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    /// <summary>Makes a project, and says where it is.</summary>
    internal async Task<string> New(string name, params string[] options)
    {
        (await DotNet.Run(folder, ["new", "scoregen", "-o", name, "--debug:custom-hive", Hive, .. options])).Succeeded();
        return Path.Combine(folder, name);
    }
}
