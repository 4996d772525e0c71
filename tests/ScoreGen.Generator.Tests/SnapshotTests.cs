using System.Text;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Emitting.Support;

namespace ScoreGen.Generator.Tests;

/// <summary>The emitted code, as reviewed. Every host compares with the same files, so that all compilers see the same bytes.</summary>
public class SnapshotTests
{
    [Theory]
    [MemberData(nameof(Sources.All), MemberType = typeof(Sources))]
    public Task Emits_what_was_reviewed(string source)
        => Snapshot.Verify(Test(source), GeneratorRun.Of(source).MustNotThrow(), file => !GeneratorRun.IsShared(file));

    [Theory]
    [InlineData("UnitStep", "DepthSupport")]
    [InlineData("EulerMethod", "DepthSupport", "StepWeight")]
    [InlineData("AnnotatedBase", "DepthSupport", "StateNorms", "StepWeight")]
    [InlineData("Rk4Residual", "DepthSupport", "StateNorms", "StepRandomness", "WeightedSum", "SpectralNorm", "JacobianPenalty", "TransposedJacobian", "FlatState", "CentralDifference")]
    [InlineData("Checkpointed", "DepthSupport", "StateNorms", "StepCheckpoint", "StepRandomness", "BackwardReach", "BackwardFault", "StepWeight", "WeightedSum", "SpectralNorm", "JacobianPenalty", "TransposedJacobian", "FlatState", "CentralDifference")]
    [InlineData("EquilibriumAlone", "DepthSupport", "StateNorms", "BackwardFault", "Equilibrium", "FixedPoint", "IterationRule", "AndersonRule", "BroydenRule", "ImplicitGradient", "TransposedJacobian", "FlatState")]
    public Task Adds_what_was_reviewed_and_the_shared_files_that_are_needed(string source, params string[] types)
        => GeneratorTest.Adds(Sources.Text(source), [.. Snapshot.Reviewed(Test(source)), .. types.Select(type => ($"ScoreGen-{type}.g.cs", SupportFile.Of(type).Emit()))]);

    [Fact]
    public void Adds_no_shared_files_where_all_classes_are_refused() => Assert.Empty(Shared("Errors"));

    [Fact]
    public void Adds_the_shared_files_as_they_are()
        => Assert.All(Shared("Checkpointed").Concat(Shared("Equilibria")), file =>
        {
            var source = Path.Combine(Snapshot.Folder, "../../../runtime/Emitted", file.HintName["ScoreGen-".Length..].Replace(".g.cs", ".cs", StringComparison.Ordinal));
            Assert.EndsWith("\n\n" + File.ReadAllText(source), file.SourceText.ToString(), StringComparison.Ordinal);
        });

    [Fact]
    public void Emits_nothing_for_a_compilation_without_an_annotated_class()
        => Assert.Empty(GeneratorRun.Of(UserProject.WithUsings("class Plain;")).Result.GeneratedSources);

    [Fact]
    public void Every_snapshot_is_of_an_emitted_file()
    {
        var emitted = Sources.Names
            .SelectMany(source => GeneratorRun.Of(source).Files.Select(file => Snapshot.FileName(Test(source), file.HintName)));
        var reviewed = Directory.GetFiles(Snapshot.Folder, "*.verified.cs").Select(path => Path.GetFileName(path)!);
        Assert.Equal(emitted.Order(StringComparer.Ordinal), reviewed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sources.All), MemberType = typeof(Sources))]
    public void Emits_utf8_with_lf_and_no_trailing_space(string source)
    {
        foreach (var file in GeneratorRun.Of(source).Result.GeneratedSources)
        {
            var text = file.SourceText.ToString();
            Assert.Equal(Encoding.UTF8, file.SourceText.Encoding);
            Assert.DoesNotContain('\r', text);
            Assert.DoesNotContain('\t', text);
            Assert.EndsWith("}\n", text, StringComparison.Ordinal);
            Assert.All(text.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        }
    }

    private static IEnumerable<GeneratedSourceResult> Shared(string source) => GeneratorRun.Of(source).Result.GeneratedSources.Where(GeneratorRun.IsShared);

    private static string Test(string source) => $"{nameof(SnapshotTests)}.{source}";
}
