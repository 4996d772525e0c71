namespace ScoreGen.Package.Tests.Editor;

/// <summary>An editor in which the model of Consumers/Edited is open.</summary>
public sealed class OpenEditor : IAsyncLifetime
{
    private LanguageServer? server;
    private Uri document = new("about:blank");
    private string text = "";
    private int version = 1;

    private LanguageServer Server => server ?? throw new InvalidOperationException("The editor is not open yet.");

    async Task IAsyncLifetime.InitializeAsync()
    {
        var consumers = ConsumerFolder.Copy("editor");
        // Once, so that the emitted file is on disk for an editor that opens files only.
        (await consumers.Do("build", "Edited")).Succeeded();
        var file = consumers.PathOf("Edited/Encoder.cs");
        document = AddressOf(file);
        text = await File.ReadAllTextAsync(file);
        server = await LanguageServer.Start(AddressOf(Path.GetDirectoryName(file)!));
        await Server.Open(document, text);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>All that is underlined, once diagnostics of these ids are among it and no others of ours.</summary>
    internal Task<IReadOnlyList<Diagnostic>> Underlined(params string[] ids)
        => Server.Underlined(document, found => found.Select(diagnostic => diagnostic.Code).Where(code => code.StartsWith("SCORE", StringComparison.Ordinal)).Order(StringComparer.Ordinal).SequenceEqual(ids));

    internal Task<string> HoverOn(string code) => Server.Hover(document, PositionOf(code));

    internal Task<IReadOnlyList<Location>> DefinitionOf(string code) => Server.Definition(document, PositionOf(code));

    /// <summary>Types something else, without saving it.</summary>
    internal Task Replace(string code, string by)
    {
        text = text.Replace(code, by, StringComparison.Ordinal);
        return Server.Change(document, ++version, text);
    }

    // Of a plain path, Uri would give that path to the server, and not the address.
    private static Uri AddressOf(string path) => new(new Uri(path).AbsoluteUri);

    /// <summary>Where a piece of code stands.</summary>
    internal Position PositionOf(string code)
    {
        var before = text[..text.IndexOf(code, StringComparison.Ordinal)].Split('\n');
        return new Position(before.Length - 1, before[^1].Length);
    }
}
