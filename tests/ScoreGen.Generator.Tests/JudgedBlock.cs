using Microsoft.CodeAnalysis;

namespace ScoreGen.Generator.Tests;

/// <summary>What the analyzers warn of in a model around a block: 8 wide, with the layers up (8 to 32) and down (32 to 8), registered.</summary>
internal static class JudgedBlock
{
    /// <summary>The ids and what they underline, "SCORE301 relu_()", in the order of the file. The source must compile.</summary>
    /// <param name="members">The block, and whatever else the class declares.</param>
    /// <param name="beside">What stands beside the class.</param>
    /// <param name="constructor">How the class is constructed; by default it registers.</param>
    public static async Task<IReadOnlyList<string>> Warnings(string members, string beside = "", string constructor = "public Encoder() : base(\"encoder\") => RegisterComponents();")
    {
        var source = $$"""
            using System.Linq;
            {{UserProject.Usings}}
            [ScoreDepth]
            public sealed partial class Encoder : Module<Tensor, Tensor>
            {
                private readonly int[] kinds = new[] { 0, 1 };
                internal readonly Linear up = Linear(8, 32), down = Linear(32, 8);
                {{constructor}}
                {{members}}
            }

            {{beside}}
            """;
        var run = GeneratorRun.Of(UserProject.Compile(source), tracksSteps: false).MustNotThrow();
        Assert.Empty(run.Errors());
        return
        [
            .. (await AnalyzerRun.Diagnostics(run.After.Value))
                .Where(diagnostic => diagnostic.Id.StartsWith("SCORE", StringComparison.Ordinal) && diagnostic.Severity >= DiagnosticSeverity.Warning)
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)}"),
        ];
    }
}
