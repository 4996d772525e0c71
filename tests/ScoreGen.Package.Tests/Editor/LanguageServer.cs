using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using StreamJsonRpc;

namespace ScoreGen.Package.Tests.Editor;

/// <summary>csharp-ls, spoken to as an editor does (Language Server Protocol 3.17). Whatever takes longer than <see cref="Patience"/> fails with all that it said.</summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<Uri, IReadOnlyList<Diagnostic>> underlined = new();
    private readonly ConcurrentQueue<string> log = new();
    private readonly Process process;
    private readonly JsonRpc connection;

    private LanguageServer(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        var formatter = new SystemTextJsonFormatter { JsonSerializerOptions = new JsonSerializerOptions(JsonSerializerDefaults.Web) };
        connection = new JsonRpc(new HeaderDelimitedMessageHandler(process.StandardInput.BaseStream, process.StandardOutput.BaseStream, formatter));
        connection.AddLocalRpcTarget(new Answers(this), null);
        connection.StartListening();
    }

    /// <summary>Starts the server of the repository's tool manifest for the project in a folder.</summary>
    public static async Task<LanguageServer> Start(Uri folder)
    {
        (await DotNet.Run(Build.Repository, "tool", "restore")).Succeeded();
        var start = DotNet.Command(Build.Repository, ["tool", "run", "csharp-ls"]);
        start.RedirectStandardInput = true;
        var server = new LanguageServer(Process.Start(start)!);
        try
        {
            await server.Initialize(folder);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public Task Open(Uri document, string text)
        => Notify("textDocument/didOpen", new { textDocument = new { uri = document, languageId = "csharp", version = 1, text } });

    /// <summary>As if the whole text had been typed anew; nothing is saved.</summary>
    public Task Change(Uri document, int version, string text)
        => Notify("textDocument/didChange", new { textDocument = new { uri = document, version }, contentChanges = new[] { new { text } } });

    /// <returns>What is shown under the pointer, in Markdown.</returns>
    public async Task<string> Hover(Uri document, Position position) => (await Ask<Hover>("textDocument/hover", At(document, position))).Contents.Value;

    public Task<IReadOnlyList<Location>> Definition(Uri document, Position position) => Ask<IReadOnlyList<Location>>("textDocument/definition", At(document, position));

    /// <summary>What is underlined in a document, as soon as it is what was expected.</summary>
    public Task<IReadOnlyList<Diagnostic>> Underlined(Uri document, Func<IReadOnlyList<Diagnostic>, bool> isExpected) => Patiently("textDocument/publishDiagnostics", async cancellation =>
    {
        while (!process.HasExited)
        {
            if (underlined.TryGetValue(document, out var found) && isExpected(found))
            {
                return found;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
        }

        throw new EndOfStreamException("it has ended");
    });

    public async ValueTask DisposeAsync()
    {
        connection.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task Initialize(Uri folder)
    {
        await Ask<JsonElement>("initialize", new
        {
            processId = Environment.ProcessId,
            rootUri = folder,
            workspaceFolders = new[] { new { uri = folder, name = "project" } },
            capabilities = new
            {
                workspace = new { configuration = true, workspaceFolders = true },
                textDocument = new { publishDiagnostics = new { codeDescriptionSupport = true }, hover = new { contentFormat = new[] { "markdown" } } },
            },
        });
        await Notify("initialized", new { });
    }

    private static object At(Uri document, Position position) => new { textDocument = new { uri = document }, position };

    private Task Notify(string method, object parameters) => connection.NotifyWithParameterObjectAsync(method, parameters);

    private Task<T> Ask<T>(string method, object parameters)
        => Patiently(method, cancellation => connection.InvokeWithParameterObjectAsync<T>(method, parameters, cancellation));

    private async Task<T> Patiently<T>(string what, Func<CancellationToken, Task<T>> wait)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await wait(patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception problem)
        {
            var state = process.HasExited ? $"ended with {process.ExitCode}" : "still runs";
            throw new InvalidOperationException($"csharp-ls {state} and gave no good answer to {what} ({problem.Message}). It said:\n{string.Join('\n', log)}", problem);
        }
    }

    /// <summary>What the server asks an editor, or tells it.</summary>
    private sealed class Answers(LanguageServer server)
    {
        [JsonRpcMethod("workspace/configuration", UseSingleObjectParameterDeserialization = true)]
        public ServerSettings[] Configuration(ConfigurationRequest request) => [.. request.Items.Select(_ => new ServerSettings(AnalyzersEnabled: true))];

        [JsonRpcMethod("textDocument/publishDiagnostics", UseSingleObjectParameterDeserialization = true)]
        public void Publish(PublishedDiagnostics published)
        {
            server.log.Enqueue($"{published.Uri}: {string.Join(", ", published.Diagnostics.Select(diagnostic => diagnostic.Code))}");
            server.underlined[published.Uri] = published.Diagnostics;
        }

        [JsonRpcMethod("window/logMessage", UseSingleObjectParameterDeserialization = true)]
        public void Log(LogMessage message) => server.log.Enqueue(message.Message);
    }
}
