namespace ScoreGen.Analyzers.Tests.Builds;

/// <summary>What shows in a real build. The compiler runs no analyzer once a declaration is wrong, and shows what the generator says.</summary>
public class BuildTests
{
    [Fact]
    public async Task ErrorsThatTheGeneratorReportsShowOnce()
    {
        using var project = new TemporaryProject("""
            [ScoreDepth]
            public sealed class Closed() : Module<Tensor, Tensor>("closed")
            {
                private Tensor Block(Tensor h) => h.tanh();
            }

            [ScoreDepth]
            file sealed partial class Local() : Module<Tensor, Tensor>("local")
            {
                private Tensor Block(Tensor h) => h.tanh();
            }

            [ScoreDepth]
            public sealed class NoModule
            {
                private Tensor Block(Tensor h) => h.tanh();
            }
            """);

        var found = await project.Build();

        Assert.Single(found, text => text.StartsWith("SCORE001 'Closed'", StringComparison.Ordinal));
        Assert.Single(found, text => text.StartsWith("SCORE001 'NoModule'", StringComparison.Ordinal));
        Assert.Single(found, text => text.StartsWith("SCORE007 'Local'", StringComparison.Ordinal));
        Assert.All(found, text => Assert.Matches("^(SCORE00[17]|CS0534) ", text));
    }

    [Fact]
    public async Task ErrorsOfAnAbstractClassShowOnce()
    {
        using var project = new TemporaryProject("""
            [ScoreDepth]
            public abstract partial class Abstract() : Module<Tensor, Tensor>("abstract")
            {
                private Tensor Block(Tensor h) => h.tanh();
            }
            """);

        Assert.StartsWith("SCORE007 'Abstract' is abstract", Assert.Single(await project.Build()));
    }

    [Fact]
    public async Task AMissingTorchShowsOnce()
    {
        using var project = new TemporaryProject("[ScoreDepth] public sealed partial class Encoder;", withTorch: false);

        Assert.StartsWith("SCORE008 'Encoder'", Assert.Single(await project.Build()));
    }

    [Fact]
    public async Task ErrorsThatTheAnalyzersReportShowOnce()
    {
        using var project = new TemporaryProject("""
            [ScoreDepth] public partial class E002() : Module<int, Tensor>("") { Tensor Block(Tensor h) => h; }
            [ScoreDepth] public partial class E003() : Module<Tensor, Tensor>("") { }
            [ScoreDepth] public partial class E004() : Module<Tensor, Tensor>("") { Tensor Block(Tensor h) => h; [ScoreBlock] Tensor A(Tensor h) => h; [ScoreBlock] Tensor B(Tensor h) => h; }
            [ScoreDepth] public partial class E005() : Module<Tensor, Tensor>("") { int Block(Tensor h) => 0; }
            [ScoreDepth] public partial class E006() : Module<Tensor, Tensor>("") { Tensor Block(Tensor h) => h; public override Tensor forward(Tensor h) => h; }
            [ScoreDepth] public partial class E009() : Module<Tensor, Tensor>("") { Tensor Block(Tensor h) => h; int Depth => 0; }
            [ScoreDepth(Steps = 0)] public partial class E101() : Module<Tensor, Tensor>("") { Tensor Block(Tensor h) => h; }
            [ScoreDepth(Dt = -1)] public partial class E102() : Module<Tensor, Tensor>("") { Tensor Block(Tensor h) => h; }
            [ScoreDepth(Dt = 3)] public partial class W103() : Module<Tensor, Tensor>("") { Tensor Block(Tensor h) => h; }
            [ScoreDepth(DtSchedule = new[] { 0.5 })] public partial class E105() : Module<Tensor, Tensor>("") { Tensor Block(Tensor h) => h; }
            [ScoreDepth(Integrator = Integrator.ExponentialEuler, Update = UpdateRule.Residual)] public partial class E107() : Module<Tensor, Tensor>("") { Tensor Block(Tensor h) => h; }
            [ScoreDepth(BackpropSteps = 2)] public partial class W109() : Module<Tensor, Tensor>("") { Tensor Block(Tensor h) => h; }
            """);

        var ids = (await project.Build()).Select(text => text.Split(' ')[0]);

        Assert.Equal(
            ["SCORE002", "SCORE003", "SCORE004", "SCORE004", "SCORE005", "SCORE006", "SCORE009", "SCORE101", "SCORE102", "SCORE103", "SCORE105", "SCORE107", "SCORE109"],
            ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SeveritiesAreSetAsForAnyRule()
    {
        using var project = new TemporaryProject(
            """
            [ScoreDepth(Dt = 3)] public partial class One() : Module<Tensor, Tensor>("") { Tensor Block(Tensor h) => h; }

            #pragma warning disable SCORE109
            [ScoreDepth(BackpropSteps = 2)] public partial class Two() : Module<Tensor, Tensor>("") { Tensor Block(Tensor h) => h; }
            #pragma warning restore SCORE109

            [System.Diagnostics.CodeAnalysis.SuppressMessage("ScoreGen.Depth", "SCORE109")]
            [ScoreDepth(BackpropSteps = 2)] public partial class Three() : Module<Tensor, Tensor>("") { Tensor Block(Tensor h) => h; }

            [ScoreDepth(Integrator = Integrator.Heun)] public partial class Four() : Module<Tensor, Tensor>("") { Tensor Block(Tensor h) => h; }
            """,
            editorConfig: "dotnet_diagnostic.SCORE103.severity = none\ndotnet_diagnostic.SCORE106.severity = warning\n");

        Assert.StartsWith("SCORE106 Heun", Assert.Single(await project.Build()));
    }
}
