using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

[Collection(TorchCollection.Name)]
public class OwnSkipFixTests
{
    private const string SayResidual = "Say that it is a residual network (Update = Residual, StripSkip = true): the same model";
    private const string Strip = "Strip the skip (StripSkip = true), so that the state decays: another model";
    private const string AddOnce = "Strip the skip (StripSkip = true), so that the input is added once: another model";

    private static readonly long[] Shape = [3, 8];

    [Fact]
    public Task ANewMark() => Verify.Fix(
        Encoder("/// <summary>Kept.</summary>\n    private Tensor Block(Tensor h) => {|SCORE309:h + down.call(up.call(h))|};"),
        Encoder("/// <summary>Kept.</summary>\n    [ScoreBlock(StripSkip = true)]\n    private Tensor Block(Tensor h) => h + down.call(up.call(h));"),
        Strip);

    [Theory]
    [InlineData("[ScoreBlock]", "[ScoreBlock(StripSkip = true)]")]
    [InlineData("[ScoreBlock(StripSkip = false)]", "[ScoreBlock(StripSkip = true)]")]
    public Task TheMarkThatIsThere(string before, string after) => Verify.Fix(
        Encoder(before + " private Tensor Mix(Tensor h) { var y = down.call(up.call(h)); return {|SCORE309:y + h|}; }"),
        Encoder(after + " private Tensor Mix(Tensor h) { var y = down.call(up.call(h)); return y + h; }"),
        Strip);

    [Theory]
    [InlineData(Strip, "[ScoreDepth]")]
    [InlineData(SayResidual, "[ScoreDepth(Update = UpdateRule.Residual)]")]
    public Task AllAtOnce(string title, string annotation)
        => Verify.FixAll(Two("[ScoreDepth]", "", "{|SCORE309:h + h.tanh()|}"), Two(annotation, "[ScoreBlock(StripSkip = true)]\n    ", "h + h.tanh()"), title);

    [Theory]
    [InlineData("Dt = 1", "Dt = 1, Update = UpdateRule.Residual")]
    [InlineData("", "Update = UpdateRule.Residual")]
    [InlineData("Steps = 3, Update = UpdateRule.Contractive, Lipschitz = 0.9", "Steps = 3, Update = UpdateRule.Residual")]
    [InlineData("Lipschitz = 0.9, Dt = 0.3", "Dt = 0.3, Update = UpdateRule.Residual")]
    [InlineData("Steps = 2, DtSchedule = new[] { 0.5, 0.25 }", "Steps = 2, DtSchedule = new[] { 0.5, 0.25 }, Update = UpdateRule.Residual")]
    [InlineData("{|SCORE106:Integrator = Heun|}", "{|SCORE106:Integrator = Heun|}, Update = UpdateRule.Residual")]
    [InlineData("{|SCORE106:{|SCORE104:Integrator = Rk4|}|}, Steps = 2", "{|SCORE106:Integrator = Rk4|}, Steps = 2, Update = UpdateRule.Residual")]
    [InlineData("Backprop = Backprop.Checkpoint", "Backprop = Backprop.Checkpoint, Update = UpdateRule.Residual")]
    public async Task TheSameModel(string settings, string residual)
    {
        var before = Encoder("[ScoreBlock] private Tensor Layer(Tensor h) => {|SCORE309:h + down.call(up.call(h).tanh())|};", settings: settings);
        var after = Encoder("[ScoreBlock(StripSkip = true)] private Tensor Layer(Tensor h) => h + down.call(up.call(h).tanh());", settings: residual);

        await Verify.Fix(before, after, SayResidual);
        (await Trained.Of(before, "Encoder", Shape)).IsSameAs(await Trained.Of(after, "Encoder", Shape));
    }

    [Fact]
    public async Task TheSameModelWithALearnedDt()
    {
        static string Model(string update, string mark, string result) => Encoder(
            $"[ScoreDt] private readonly Parameter dt = new(zeros(1)); {mark} private Tensor Layer(Tensor h) => {result};",
            settings: "Dt = 0.5" + update);
        var before = Model("", "[ScoreBlock]", "{|SCORE309:h + down.call(up.call(h).tanh())|}");
        var after = Model(", Update = UpdateRule.Residual", "[ScoreBlock(StripSkip = true)]", "h + down.call(up.call(h).tanh())");

        await Verify.Fix(before, after, SayResidual);
        (await Trained.Of(before, "Encoder", Shape)).IsSameAs(await Trained.Of(after, "Encoder", Shape));
    }

    [Fact]
    public async Task TheSameModelWithSeveralBlocks()
    {
        static string Model(string update, string strip, string a, string b) => Encoder(
            $"[ScoreBlock(Order = 1{strip})] private Tensor A(Tensor h) => {a}; [ScoreBlock(Order = 2, Steps = 2{strip})] private Tensor B(Tensor h) => {b};",
            settings: update);
        var before = Model("", "", "{|SCORE309:h + down.call(up.call(h).tanh())|}", "{|SCORE309:h - h.sin()|}");
        var after = Model("Update = UpdateRule.Residual", ", StripSkip = true", "h + down.call(up.call(h).tanh())", "h - h.sin()");

        await Verify.Fix(before, after, SayResidual);
        (await Trained.Of(before, "Encoder", Shape)).IsSameAs(await Trained.Of(after, "Encoder", Shape));
    }

    [Fact]
    public async Task AnotherModelIsSaidToBeOne()
    {
        var before = Encoder("private Tensor Block(Tensor h) => {|SCORE309:h + down.call(up.call(h))|};");
        var after = Encoder("[ScoreBlock(StripSkip = true)]\n    private Tensor Block(Tensor h) => h + down.call(up.call(h));");

        Assert.Equal([SayResidual, Strip], await Verify.OfferedFixes(before));
        Assert.NotEqual((await Trained.Of(before, "Encoder", Shape)).Result, (await Trained.Of(after, "Encoder", Shape)).Result);
    }

    [Fact]
    public async Task TheInputAddedOnce()
    {
        static string Model(string mark, string result) => Encoder(mark + $"private Tensor Block(Tensor h) => {result};", settings: "Dt = 1, Update = UpdateRule.Residual");
        var after = Model("[ScoreBlock(StripSkip = true)]\n    ", "h + down.call(up.call(h))");

        await Verify.Fix(Model("", "{|SCORE314:h + down.call(up.call(h))|}"), after, AddOnce);
        (await Trained.Of(after, "Encoder", Shape)).IsSameAs(await Trained.Of(Model("", "down.call(up.call(h))"), "Encoder", Shape));
    }

    [Theory]
    [InlineData("Integrator = ExponentialEuler", "private Tensor Block(Tensor h) => {|SCORE309:h + down.call(up.call(h))|};")]
    [InlineData("", "[ScoreBlock(Order = 1)] private Tensor A(Tensor h) => {|SCORE309:h + down.call(up.call(h))|}; [ScoreBlock(Order = 2)] private Tensor B(Tensor h) => h.tanh();")]
    public async Task NoRuleHasTheSameModel(string settings, string members)
        => Assert.Equal([Strip], await Verify.OfferedFixes(Encoder(members, settings: settings)));

    [Fact]
    public async Task ABlockOfABaseClassMayBeAnothersToo()
        => Assert.Equal(
            ["Strip the skip (StripSkip = true), so that the state decays: another model"],
            await Verify.OfferedFixes("""
                public abstract class Layer() : Module<Tensor, Tensor>("layer")
                {
                    [ScoreBlock]
                    protected Tensor Step(Tensor h) => {|SCORE309:h + h.tanh()|};
                }

                [ScoreDepth]
                public sealed partial class Encoder : Layer;
                """));

    [Fact]
    public Task TheAnnotationAndTheBlockInTwoFiles()
    {
        static string[] Parts(string settings, string mark, string block) =>
        [
            $"[ScoreDepth{settings}]\npublic sealed partial class Encoder() : Module<Tensor, Tensor>(\"encoder\");\n",
            $"public sealed partial class Encoder\n{{\n    {mark}private Tensor Block(Tensor h) => {block};\n}}\n",
        ];
        return Verify.Fix(
            Parts("", "", "{|SCORE309:h + h.tanh()|}"),
            Parts("(Update = UpdateRule.Residual)", "[ScoreBlock(StripSkip = true)]\n    ", "h + h.tanh()"),
            SayResidual);
    }

    [Fact]
    public Task TheLineEndsOfTheFile() => Verify.Fix(
        Crlf(Encoder("/// <summary>Kept.</summary>\n    private Tensor Block(Tensor h) => {|SCORE309:h + down.call(up.call(h))|};")),
        Crlf(Encoder("/// <summary>Kept.</summary>\n    [ScoreBlock(StripSkip = true)]\n    private Tensor Block(Tensor h) => h + down.call(up.call(h));", settings: "Update = UpdateRule.Residual")),
        SayResidual);

    private static string Crlf(string text) => text.ReplaceLineEndings("\r\n");

    private static string Two(string annotation, string mark, string block) =>
        $$"""
        {{annotation}}
        public sealed partial class First() : Module<Tensor, Tensor>("first")
        {
            {{mark}}private Tensor Block(Tensor h) => {{block}};
        }

        {{annotation}}
        public sealed partial class Second() : Module<Tensor, Tensor>("second")
        {
            {{mark}}private Tensor Block(Tensor h) => {{block}};
        }
        """;
}
