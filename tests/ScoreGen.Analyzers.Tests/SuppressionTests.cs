using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Models;

namespace ScoreGen.Analyzers.Tests;

/// <summary>A reader can switch every rule off where it does not apply, and make it stricter.</summary>
public class SuppressionTests
{
    [Fact]
    public Task ByEditorConfig()
        => Verify.Diagnostics(WithSettings("Dt = 3"), "dotnet_diagnostic.SCORE103.severity = none\n");

    [Fact]
    public Task ByCategory()
        => Verify.Diagnostics(WithSettings("Dt = 0.01"), "dotnet_analyzer_diagnostic.category-ScoreGen.Depth.severity = none\n");

    [Fact]
    public async Task StricterByEditorConfig()
    {
        var found = await Verify.Found(WithSettings("Integrator = Rk4, Dt = 0.2"), editorConfig: "dotnet_diagnostic.SCORE106.severity = error\n");
        Assert.Contains(found, diagnostic => diagnostic.Id == "SCORE106" && diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }

    [Fact]
    public Task ByPragma() => Verify.Diagnostics($"""
        #pragma warning disable SCORE103 // wanted
        {WithSettings("Dt = 3")}
        #pragma warning restore SCORE103
        {WithSettings("{|SCORE103:Dt = 3|}").Replace("Encoder", "Decoder")}
        """);

    [Fact]
    public Task ByAttribute() => Verify.Diagnostics($"""
        [System.Diagnostics.CodeAnalysis.SuppressMessage("ScoreGen.Depth", "SCORE103", Justification = "wanted")]
        {WithSettings("Dt = 3")}
        {WithSettings("{|SCORE103:Dt = 3|}").Replace("Encoder", "Decoder")}
        """);
}
