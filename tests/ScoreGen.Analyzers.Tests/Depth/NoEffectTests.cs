using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Models;

namespace ScoreGen.Analyzers.Tests.Depth;

public class NoEffectTests
{
    [Theory, Fires("SCORE109")]
    [InlineData("Update = UpdateRule.Residual, {|SCORE109:Lipschitz = 0.5|}")]
    [InlineData("{|SCORE109:BackpropSteps = 2|}")]
    [InlineData("Backprop = Backprop.Checkpoint, {|SCORE109:BackpropSteps = 2|}")]
    [InlineData("Steps = 2, {|SCORE109:Dt = 0|}, DtSchedule = new[] { 0.4, 0.2 }")]
    [InlineData("{|SCORE109:KeepHorizon = true|}")]
    public Task Settings(string settings) => Verify.Diagnostics(WithSettings(settings));

    [Fact, Fires("SCORE109")]
    public Task AnOrderAmongOne() => Verify.Diagnostics("""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            [ScoreBlock({|SCORE109:Order = 1|})]
            private Tensor Step(Tensor h) => h.tanh();
        }
        """);

    [Fact, NearMiss("SCORE109")]
    public Task AnOrderAmongTwo() => Verify.Silent("""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            [ScoreBlock(Order = 1, Steps = 2)]
            private Tensor First(Tensor h) => h.tanh();

            [ScoreBlock(Order = 2, Steps = 2)]
            private Tensor Second(Tensor h, [ScoreStep] int step) => h.sin() * step;
        }
        """);

    [Fact, Fires("SCORE109")]
    public Task AMarkOffTheBlock() => Verify.Diagnostics("""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            private Tensor Block(Tensor h, [ScoreTime] double t, [ScoreStep] int step) => Wave(Shifted(h, step), t);

            private static Tensor Wave(Tensor h, [{|SCORE109:ScoreTime|}] double t) => (h * Math.Sin(t)).tanh();

            private static Tensor Shifted(Tensor h, [{|SCORE109:ScoreStep|}] int step) => h + step;

            private static Tensor Scaled(Tensor h, [{|SCORE109:ScorePerStep("scales")|}] Tensor scale) => h * scale;
        }
        """);

    [Theory, NearMiss("SCORE109")]
    [InlineData("Lipschitz = 0.5")]
    [InlineData("Lipschitz = 1, Integrator = ExponentialEuler")]
    [InlineData("Dt = 0")]
    [InlineData("KeepHorizon = false")]
    [InlineData("KeepHorizon = true, Members = DepthMembers.Steps")]
    [InlineData("Backprop = Backprop.Truncated, BackpropSteps = 2")]
    [InlineData("Backprop = Backprop.Segments, BackpropSteps = 2")]
    [InlineData("Steps = 2, DtSchedule = new[] { 0.4, 0.2 }")]
    [InlineData("Update = UpdateRule.Contractive, Lipschitz = 0.9")]
    public Task SettingsThatCount(string settings) => Verify.Silent(WithSettings(settings), from: DiagnosticSeverity.Warning);

    [Fact, NearMiss("SCORE109")]
    public Task MarksOnTheBlockAndOnAClassWithoutDepth() => Verify.Silent("""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            [ScoreBlock]
            private Tensor Step([ScoreStep] int step, Tensor h, [ScoreTime] double t) => (h * (t + step)).tanh();
        }

        public abstract class Shared() : Module<Tensor, Tensor>("shared")
        {
            protected Tensor Wave(Tensor h, [ScoreTime] double t) => h * t;
        }
        """);

    [Fact]
    public async Task TheMessageSaysWhy()
        => Assert.Equal(
            ["SCORE109: Lipschitz has no effect here: only the contractive rule is judged by it, and this is UpdateRule.Residual"],
            await Verify.Messages(WithSettings("Update = UpdateRule.Residual, Lipschitz = 0.5")));
}
