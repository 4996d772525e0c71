namespace ScoreGen.Package.Tests;

/// <summary>The projects of Consumers.slnx, built once.</summary>
public sealed class BuiltConsumers : IAsyncLifetime
{
    private ConsumerFolder? folder;

    internal ConsumerFolder Folder => folder ?? throw new InvalidOperationException("The projects are not built yet.");

    async Task IAsyncLifetime.InitializeAsync()
    {
        folder = ConsumerFolder.Copy("consumers");
        (await folder.Do("build", "Consumers.slnx")).Succeeded();
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;
}
