using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ScoreGen.Analyzers.Tests.Harness;
using ScoreGen.CodeFixes;

namespace ScoreGen.Analyzers.Tests.Structure;

/// <summary>A call of a member that nobody asked for: the fix asks for it.</summary>
public class AskForMemberTests
{
    private const string Body = """
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            private Tensor Block(Tensor h) => h.tanh();
        }

        """;

    [Theory]
    [InlineData("[ScoreDepth]", "[ScoreDepth(Members = DepthMembers.Trace)]")]
    [InlineData("[ScoreDepth()]", "[ScoreDepth(Members = DepthMembers.Trace)]")]
    [InlineData("[ScoreDepth(Steps = 3)]", "[ScoreDepth(Steps = 3, Members = DepthMembers.Trace)]")]
    [InlineData("[ScoreDepth(Members = DepthMembers.None)]", "[ScoreDepth(Members = DepthMembers.Trace)]")]
    [InlineData("[ScoreDepth(Members = DepthMembers.States, Steps = 2)]", "[ScoreDepth(Members = DepthMembers.States | DepthMembers.Trace, Steps = 2)]")]
    public async Task AddsIt(string annotation, string expected)
    {
        const string use = "public static class Use { public static object Of(Encoder model, Tensor h) => model.Trace(h); }\n";
        var mended = await Mend(annotation + "\n" + Body + use, "Trace");
        Assert.Equal(expected + "\n" + Body + use, await mended.Text());
        Assert.Empty(await mended.CompilerErrors());
    }

    [Theory]
    [InlineData("ForwardSteps", "Steps", "model.ForwardSteps(3, h)")]
    [InlineData("ForwardWithEnergy", "Energy", "model?.ForwardWithEnergy(h)")]
    [InlineData("States", "States", "new[] { model }[0].States(h).Length")]
    public async Task KnowsEach(string name, string member, string call)
    {
        var use = $"public static class Use {{ public static object? Of(Encoder model, Tensor h) => {call}; }}\n";
        var mended = await Mend("[ScoreDepth]\n" + Body + use, name);
        Assert.Equal($"[ScoreDepth(Members = DepthMembers.{member})]\n" + Body + use, await mended.Text());
        Assert.Empty(await mended.CompilerErrors());
    }

    [Fact]
    public async Task WorksInTheClassItselfAndInOneThatDerivesFromIt()
    {
        const string rest = """
            public partial class Encoder : Module<Tensor, Tensor>
            {
                public Encoder() : base("encoder") { }

                private Tensor Block(Tensor h) => h.tanh();
            }

            public class Watched : Encoder
            {
                public int Count(Tensor h) => States(h).Length;
            }
            """;
        var mended = await Mend("[ScoreDepth]\n" + rest, "States");
        Assert.StartsWith("[ScoreDepth(Members = DepthMembers.States)]", await mended.Text(), StringComparison.Ordinal);
        Assert.Empty(await mended.CompilerErrors());
    }

    [Theory]
    [InlineData("[ScoreDepth]", "model.ForwardUntil(h, out _)")]
    [InlineData("[ScoreDepth]", "model.Tracks(h)")]
    [InlineData("[ScoreDepth]", "h.States(h)")]
    [InlineData("", "model.Trace(h)")]
    public async Task OffersNothingElsewhere(string annotation, string call)
        => Assert.Empty(await Offered(TestProject.Of($"{annotation}\n{Body}public static class Use {{ public static object Of(Encoder model, Tensor h) => {call}; }}")));

    /// <summary>Two blocks have one number of steps, and asking for another one is an error.</summary>
    [Fact]
    public async Task OffersNoStepsWhereThereIsOneNumberOfThem()
        => Assert.Empty(await Offered(TestProject.Of("""
            [ScoreDepth]
            public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
            {
                [ScoreBlock(Order = 1)] private Tensor First(Tensor h) => h.tanh();
                [ScoreBlock(Order = 2)] private Tensor Second(Tensor h) => h.sin();

                public Tensor Twice(Tensor h) => ForwardSteps(4, h);
            }
            """)));

    private static async Task<TestProject> Mend(string source, string name)
    {
        var project = TestProject.Of(source);
        var action = Assert.Single(await Offered(project));
        Assert.StartsWith($"Let ScoreGen write {name}: ", action.Title, StringComparison.Ordinal);
        return await CodeFixRun.Apply(action, project);
    }

    private static async Task<IReadOnlyList<CodeAction>> Offered(TestProject project)
    {
        var provider = new AskForMemberCodeFix();
        var actions = new List<CodeAction>();
        foreach (var error in (await project.CompilerErrors()).Where(error => provider.FixableDiagnosticIds.Contains(error.Id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(project.Document, error, (action, _) => actions.Add(action), CancellationToken.None));
        }

        return actions;
    }
}
