using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Benchmarks.Compiler;

/// <summary>What the analyzers cost a compilation: their seconds, as the compiler reports them, over the compiler's wall time.</summary>
internal sealed partial class AnalyzerSuite(Results results, bool isQuick)
{
    public void Run()
    {
        Measure("analyzer_share", annotated: 100, plain: 300, bar: 0.10, "analyzers / csc, 100 annotated and 300 plain files");
        if (isQuick)
        {
            return;
        }

        Measure("analyzer_share_annotated", annotated: 100, plain: 0, bar: 0.10, "analyzers / csc, 100 annotated files");
        Measure("analyzer_share_plain", annotated: 0, plain: 300, bar: 0.02, "analyzers / csc, 300 files without the attribute");
    }

    private void Measure(string name, int annotated, int plain, double bar, string what)
    {
        var folder = Directory.CreateTempSubdirectory("scoregen-bench-");
        try
        {
            Write(folder.FullName, annotated, plain);
            Build(folder.FullName, restore: true);
            var shares = Enumerable.Range(0, isQuick ? 3 : 5).Select(_ => Share(Build(folder.FullName, restore: false))).Order().ToArray();
            results.Add(name, Math.Round(shares[shares.Length / 2], 4), bar, what);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(string folder, int annotated, int plain)
    {
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(folder, file), "<Project />");
        }

        File.WriteAllText(Path.Combine(folder, "Models.csproj"), Project);
        for (var i = 0; i < annotated; i++)
        {
            File.WriteAllText(Path.Combine(folder, $"Deep{i}.cs"), Model($"Deep{i}", "[ScoreDepth(Steps = 4)]", "partial", "private Tensor Block"));
        }

        for (var i = 0; i < plain; i++)
        {
            File.WriteAllText(Path.Combine(folder, $"Plain{i}.cs"), Model($"Plain{i}", "", "", "public override Tensor forward"));
        }
    }

    private static string Build(string folder, bool restore)
    {
        // The compiler runs only where its output is missing, and at its own speed only without the server.
        if (Directory.Exists(Path.Combine(folder, "obj", "Release")))
        {
            Directory.Delete(Path.Combine(folder, "obj", "Release"), recursive: true);
        }

        var start = new ProcessStartInfo("dotnet", ["build", "-c", "Release", "-nologo", "-v", "detailed", "-clp:PerformanceSummary", .. restore ? [] : new[] { "--no-restore" }])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en" },
        };
        using var process = Process.Start(start)!;
        var log = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? log : throw new InvalidOperationException($"The project that measures the analyzers does not build:\n{log[^Math.Min(log.Length, 4000)..]}");
    }

    private static double Share(string log)
        => Number(Own().Match(log)) / (Number(Compiler().Match(log)) / 1000);

    private static double Number(Match match)
        => match.Success
            ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException("The compiler's report has another form than this benchmark reads.");

    [GeneratedRegex(@"^\s*<?([0-9.]+)\s+<?[0-9]+\s+ScoreGen\.Analyzers, Version", RegexOptions.Multiline)]
    private static partial Regex Own();

    [GeneratedRegex(@"^\s*([0-9.]+) ms\s+Csc\s", RegexOptions.Multiline)]
    private static partial Regex Compiler();

    private static string Library(Type type) => type.Assembly.Location;

    private static string Project { get; } = $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <NuGetAudit>false</NuGetAudit>
            <ReportAnalyzer>true</ReportAnalyzer>
            <UseSharedCompilation>false</UseSharedCompilation>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{Library(typeof(ScoreGen.ScoreDepthAttribute))}" />
            <Reference Include="{Library(typeof(TorchSharp.torch))}" />
            <Analyzer Include="{Library(typeof(ScoreGen.Generator.ScoreGenerator))};{Library(typeof(ScoreGen.Analyzers.ScoreAnalyzer))}" />
            <Using Include="ScoreGen" />
            <Using Include="TorchSharp.Modules" />
            <Using Include="TorchSharp.torch" Static="true" />
            <Using Include="TorchSharp.torch.nn" Static="true" />
          </ItemGroup>
        </Project>
        """;

    private static string Model(string name, string attribute, string modifier, string head) => $$"""
        namespace Models;

        {{attribute}}
        public sealed {{modifier}} class {{name}} : Module<Tensor, Tensor>
        {
            private readonly Linear up, down;
            private readonly LayerNorm norm;

            public {{name}}(long width) : base(nameof({{name}}))
            {
                norm = LayerNorm(width);
                up = Linear(width, 4 * width);
                down = Linear(4 * width, width);
                RegisterComponents();
            }

            {{head}}(Tensor h)
            {
                var normed = norm.call(h);
                var wide = functional.gelu(up.call(normed));
                return down.call(wide);
            }
        }
        """;
}
