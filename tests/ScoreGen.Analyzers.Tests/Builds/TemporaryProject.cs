extern alias runtime;

using System.Diagnostics;
using System.Text.RegularExpressions;
using ScoreGen.CodeFixes;
using ScoreGen.Generator;

namespace ScoreGen.Analyzers.Tests.Builds;

/// <summary>A project of its own in a temporary folder, with ScoreGen as a user gets it, for the command line to work on.</summary>
internal sealed partial class TemporaryProject : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scoregen-");

    public TemporaryProject(string source, bool withTorch = true, string editorConfig = "", string properties = "")
    {
        Type[] torch = withTorch ? [typeof(TorchSharp.torch)] : [];
        var references = torch.Append(typeof(runtime::ScoreGen.ScoreDepthAttribute)).Select(type => $"<Reference Include=\"{type.Assembly.Location}\" />");
        var analyzers = new[] { typeof(ScoreGenerator), typeof(ScoreAnalyzer), typeof(MakePartialCodeFix) }
            .Select(type => $"<Analyzer Include=\"{type.Assembly.Location}\" />");
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write(".editorconfig", $"root = true\n[*.cs]\n{editorConfig}");
        Write("Models.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              {properties}
              <ItemGroup>
                {string.Join("\n    ", references.Concat(analyzers))}
              </ItemGroup>
            </Project>
            """);
        Write("Models.cs", (withTorch ? "using TorchSharp.Modules;\nusing static TorchSharp.torch;\nusing static TorchSharp.torch.nn;\n" : "") + "using ScoreGen;\n" + source);
    }

    /// <summary>A file of the project, or that a build wrote; null where there is none.</summary>
    public string? Find(string path) => File.Exists(PathOf(path)) ? File.ReadAllText(PathOf(path)) : null;

    /// <summary>Builds and returns every error and warning once for each time it shows, as "id class-or-member".</summary>
    public async Task<IReadOnlyList<string>> Build()
    {
        var log = PathOf("log.txt");
        var output = await Dotnet("build", "--nologo", "-v", "q", $"-flp:LogFile={log};Verbosity=quiet;NoSummary");
        Assert.True(File.Exists(log), output);
        return [.. DiagnosticLine().Matches(File.ReadAllText(log)).Select(match => match.Groups["id"].Value + " " + match.Groups["message"].Value)];
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<string> Dotnet(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return await output + await errors;
    }

    private void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    [GeneratedRegex(@": (error|warning) (?<id>[A-Z]+\d+): (?<message>.*?)(?: \(http\S*\))?(?: \[[^\]]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex DiagnosticLine();
}
