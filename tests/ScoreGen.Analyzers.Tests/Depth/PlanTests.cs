using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Models;

namespace ScoreGen.Analyzers.Tests.Depth;

/// <summary>The line that says what the settings amount to, where a project asks for it.</summary>
public class PlanTests
{
    private const string On = "dotnet_diagnostic.SCORE117.severity = suggestion";

    [Theory, Fires("SCORE117")]
    [InlineData("", "4 steps of Euler of dt = 0.25, 4 evaluations of the block; 31.64 % of the input is left at the end; dt is stable up to 1")]
    [InlineData("Steps = 1, Dt = 0.5", "1 step of Euler of dt = 0.5, 1 evaluation of the block; 50 % of the input is left at the end; dt is stable up to 1")]
    [InlineData("Steps = 2, Dt = 0.5, Integrator = Rk4, Lipschitz = 2", "2 steps of Rk4 of dt = 0.5, 8 evaluations of the block; no dt is stable for Lipschitz = 2")]
    [InlineData("DtSchedule = new[] { 0.5, 0.25 }, Steps = 2, Integrator = ExponentialEuler", "2 steps of ExponentialEuler of dt = 0.25 to 0.5, 2 evaluations of the block; 47.24 % of the input is left at the end; every dt is stable")]
    [InlineData("Update = UpdateRule.Residual", "4 steps of Euler of dt = 0.25, 4 evaluations of the block")]
    public async Task Says_what_the_settings_amount_to(string settings, string plan)
        => Assert.Equal($"SCORE117: Encoder: {plan}", Assert.Single(await Plans(WithSettings(settings))));

    [Fact, Fires("SCORE117")]
    public async Task Does_not_promise_a_decay_that_a_skip_takes_back()
        => Assert.Contains("4 evaluations of the block; the block has a skip of its own, so that the input does not decay; ", Assert.Single(await Plans(Blocks.Encoder("private Tensor Block(Tensor h) => h + down.call(up.call(h));"))), StringComparison.Ordinal);

    [Fact, Fires("SCORE117")]
    public async Task A_learned_step_size_is_said_to_be_one()
        => Assert.Equal("SCORE117: Encoder: 4 steps of Euler of dt = 0.25 at first, learned from there, 4 evaluations of the block; dt is stable up to 1", Assert.Single(await Plans(WithLearnedDt("", "Max = 1"))));

    [Theory]
    [InlineData("[ScoreRoute] private readonly Linear route = Linear(8, 1);", ", tokens routed by 'route'")]
    [InlineData("[ScoreHalt] private Tensor Halt(Tensor h) => h.mean(new long[] { -1 }).sigmoid();", ", positions halted by 'Halt'")]
    [InlineData("[ScoreExit] private static bool Settled(Tensor before, Tensor after) => false;", ", ended early by 'Settled'; 31.64 % of the input is left at the end")]
    public async Task Says_what_steers_the_pass(string member, string text)
        => Assert.Contains($"4 evaluations of the block{text}; dt is stable up to 1", Assert.Single(await Plans(Blocks.Encoder("private Tensor Block(Tensor h) => down.call(up.call(h));" + member))), StringComparison.Ordinal);

    [Theory]
    [InlineData("Linear(64, 64)", "4,160 parameters, where a stack of 4 layers has 16,640")]
    [InlineData("Linear(64, 64, hasBias: false)", "4,096 parameters, where a stack of 4 layers has 16,384")]
    [InlineData("Sequential(Linear(8, 32), GELU(), Linear(32, 8), LayerNorm(8))", "568 parameters, where a stack of 4 layers has 2,272")]
    public async Task Counts_the_parameters_that_it_sees(string layer, string saved)
        => Assert.EndsWith($"; {saved}", Assert.Single(await Plans(WithLayer(layer))));

    [Theory]
    [InlineData("Linear(Sizes.Chosen(), 64)")]
    [InlineData("Sequential(Linear(8, 8), new Own())")]
    public async Task Counts_nothing_where_a_size_is_not_known(string layer)
        => Assert.EndsWith("dt is stable up to 1", Assert.Single(await Plans(WithLayer(layer))));

    [Fact]
    public async Task An_equilibrium_has_no_steps()
        => Assert.Equal(
            "SCORE117: Encoder: the fixed point of the block by Broyden, at most 40 evaluations, until the state is right to 0.001 of its size",
            Assert.Single(await Plans(WithSettings("").Replace("ScoreDepth()", "ScoreEquilibrium(Solver = FixedPointSolver.Broyden, Tolerance = 1e-3)", StringComparison.Ordinal))));

    [Theory, NearMiss("SCORE117")]
    [InlineData(null)]
    [InlineData("dotnet_diagnostic.SCORE116.severity = suggestion")]
    [InlineData("dotnet_diagnostic.SCORE117.severity = none")]
    public async Task Says_nothing_unasked(string? editorConfig)
        => Assert.Empty(await Verify.Messages(WithSettings(""), editorConfig));

    private static async Task<IEnumerable<string>> Plans(string source)
        => (await Verify.Messages(source, On)).Where(message => message.StartsWith("SCORE117", StringComparison.Ordinal));

    private static string WithLayer(string layer)
        => $$"""
            [ScoreDepth]
            public sealed partial class Encoder : Module<Tensor, Tensor>
            {
                private readonly Module<Tensor, Tensor> layer = {{layer}};

                public Encoder() : base("encoder") => RegisterComponents();

                private Tensor Block(Tensor h) => layer.call(h).tanh();
            }

            static class Sizes { public static long Chosen() => 64; }

            sealed class Own : Module<Tensor, Tensor>
            {
                private readonly Linear layer = Linear(8, 8);

                public Own() : base("own") => RegisterComponents();

                public override Tensor forward(Tensor x) => layer.call(x);
            }
            """;
}
