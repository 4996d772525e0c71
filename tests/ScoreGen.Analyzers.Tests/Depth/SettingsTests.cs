using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Models;

namespace ScoreGen.Analyzers.Tests.Depth;

/// <summary>SCORE101, SCORE102, SCORE105 and SCORE107: settings that cannot be.</summary>
public class SettingsTests
{
    [Theory, Fires("SCORE101")]
    [InlineData("{|SCORE101:Steps = 0|}")]
    [InlineData("{|SCORE101:Steps = -4|}, Dt = 0.25")]
    [InlineData("{|SCORE101:Steps = 513|}")]
    [InlineData("{|SCORE101:Lipschitz = -1|}")]
    [InlineData("{|SCORE101:Lipschitz = double.NaN|}")]
    [InlineData("{|SCORE101:Lipschitz = double.PositiveInfinity|}")]
    [InlineData("{|SCORE101:Integrator = (Integrator)99|}")]
    [InlineData("{|SCORE101:Update = (UpdateRule)7|}")]
    [InlineData("{|SCORE101:Cycles = 0|}")]
    [InlineData("{|SCORE101:Cycles = 200|}")]
    [InlineData("{|SCORE101:Tolerance = -1e-3|}")]
    [InlineData("Backprop = Backprop.Truncated, {|SCORE101:BackpropSteps = 4|}")]
    [InlineData("Backprop = Backprop.Segments, {|SCORE101:BackpropSteps = 4|}")]
    [InlineData("{|SCORE101:Weights = (WeightSharing)2|}")]
    public Task OutOfRange(string settings) => Verify.Diagnostics(WithSettings(settings));

    [Theory, NearMiss("SCORE101")]
    [InlineData("Steps = 2")]
    [InlineData("Steps = 512")]
    [InlineData("Lipschitz = 0")]
    [InlineData("Cycles = 4")]
    [InlineData("Tolerance = 1e-3")]
    [InlineData("Backprop = Backprop.Truncated, BackpropSteps = 3")]
    [InlineData("Backprop = Backprop.Segments, BackpropSteps = 3")]
    [InlineData("Integrator = (Integrator)1")]
    public Task InRange(string settings) => Verify.Silent(WithSettings(settings), from: DiagnosticSeverity.Warning);

    [Theory, Fires("SCORE102")]
    [InlineData("{|SCORE102:Dt = -0.25|}")]
    [InlineData("{|SCORE102:Dt = double.NaN|}")]
    [InlineData("{|SCORE102:Dt = 1 / 0.0|}")]
    [InlineData("{|SCORE102:Dt = 1 / 4|}")]
    [InlineData("Steps = 2, {|SCORE102:DtSchedule = new[] { 0.5, 0 }|}")]
    public Task ImpossibleDt(string settings) => Verify.Diagnostics(WithSettings(settings));

    [Theory, NearMiss("SCORE102")]
    [InlineData("Dt = 0")]
    [InlineData("Dt = 1e-300, Update = UpdateRule.Residual")]
    [InlineData("Dt = 1 / 4.0")]
    [InlineData("Dt = 0.0 / 4")]
    [InlineData("Steps = 2, DtSchedule = new[] { 0.5, 0.25 }")]
    public Task PossibleDt(string settings) => Verify.Silent(WithSettings(settings));

    [Theory, Fires("SCORE105")]
    [InlineData("{|SCORE105:DtSchedule = new[] { 0.5, 0.25 }|}")]
    [InlineData("Steps = 2, {|SCORE105:DtSchedule = new double[0]|}")]
    [InlineData("Steps = 2, Dt = 0.5, {|SCORE105:DtSchedule = new[] { 0.5, 0.25 }|}")]
    [InlineData("{|SCORE105:DtSchedule = [0.5]|}")]
    public Task UnfitSchedule(string settings) => Verify.Diagnostics(WithSettings(settings));

    [Theory, NearMiss("SCORE105")]
    [InlineData("DtSchedule = new[] { 0.4, 0.3, 0.2, 0.1 }")]
    [InlineData("Steps = 2, DtSchedule = new double[] { 0.5, 0.25 }")]
    [InlineData("Steps = 1, DtSchedule = [0.5]")]
    [InlineData("DtSchedule = null, Dt = 0.2")]
    public Task FittingSchedule(string settings) => Verify.Silent(WithSettings(settings));

    [Theory, Fires("SCORE107")]
    [InlineData("{|SCORE107:Integrator = ExponentialEuler|}, Update = UpdateRule.Residual")]
    [InlineData("Update = UpdateRule.Residual, Steps = 8, {|SCORE107:Integrator = Integrator.ExponentialEuler|}")]
    [InlineData("{|SCORE107:Tolerance = 1e-3|}, Cycles = 2")]
    [InlineData("Steps = 2, DtSchedule = new[] { 0.5, 0.25 }, {|SCORE107:KeepHorizon = true|}, Members = DepthMembers.Steps")]
    [InlineData("{|SCORE107:Weights = WeightSharing.PerStep|}")]
    [InlineData("Update = (UpdateRule)1, {|SCORE107:Integrator = (Integrator)1|}")]
    public Task Excluding(string settings) => Verify.Diagnostics(WithSettings(settings));

    [Theory, NearMiss("SCORE107")]
    [InlineData("Integrator = ExponentialEuler")]
    [InlineData("Integrator = ExponentialEuler, Update = UpdateRule.Contractive")]
    [InlineData("Integrator = Euler, Update = UpdateRule.Residual")]
    [InlineData("KeepHorizon = true, Members = DepthMembers.Steps")]
    [InlineData("Steps = 2, DtSchedule = new[] { 0.5, 0.25 }, Members = DepthMembers.Schedule")]
    public Task Compatible(string settings) => Verify.Silent(WithSettings(settings));

    [Theory]
    [InlineData(
        "Integrator = ExponentialEuler, Update = UpdateRule.Residual",
        "Integrator.ExponentialEuler and UpdateRule.Residual cannot stand together: ExponentialEuler solves the decay of the state exactly, and only the contractive rule has a decay; take Integrator.Euler")]
    [InlineData(
        "Weights = WeightSharing.PerStep",
        "WeightSharing.PerStep and the block 'Block' cannot stand together: weights of its own for each step need a block that is a ModuleList with one module for each step")]
    [InlineData("Tolerance = 1e-3, Cycles = 2", "Tolerance and Cycles = 2 cannot stand together: a cycle moves the state through several blocks, so that a small change of one step says nothing of convergence")]
    public async Task TheMessageSaysWhy(string settings, string message)
        => Assert.Equal("SCORE107: " + message, Assert.Single(await Verify.Messages(WithSettings(settings))));

    [Theory, Fires("SCORE107")]
    [InlineData(
        "[ScoreBlock(Order = 1)] private Tensor A(Tensor h) => h.tanh(); [ScoreBlock(Order = 2)] private Tensor B(Tensor h) => h.sin();",
        "several blocks cannot stand together: each block takes as many steps as its own mark says, 1 where it says nothing; write them there, as in [ScoreBlock(Order = 1, Steps = 6)]")]
    [InlineData(
        "[ScoreBlock(Order = 1)] private Tensor A(Tensor h) => h.tanh(); [ScoreBlock(Order = 2, Steps = 3)] private Tensor B(Tensor h) => h.sin();",
        "Steps = 3 of 'B' cannot stand together: the depth is the sum over the blocks; take Steps off [ScoreDepth]")]
    [InlineData(
        "[ScoreBlock(Steps = 2)] private Tensor A(Tensor h) => h.tanh();",
        "Steps = 2 of 'A' cannot stand together: the depth is the sum over the blocks; take Steps off [ScoreDepth]")]
    public async Task StepsOfTheClassAndOfItsBlocks(string blocks, string message)
        => Assert.Equal(
            "SCORE107: Steps = 6 of [ScoreDepth] and " + message,
            Assert.Single(await Verify.Messages($$"""
                [ScoreDepth(Steps = 6)]
                public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
                {
                    {{blocks}}
                }
                """)));

    /// <summary>Of all blocks and cycles together no more than 512 steps.</summary>
    [Theory, Fires("SCORE101")]
    [InlineData("", 512, 1, "Steps = 513 is out of range: with all blocks and cycles there are 513 steps, and at most 512 can be unrolled")]
    [InlineData("Cycles = 2", 256, 1, "Cycles = 2 is out of range: with all blocks and cycles there are 514 steps, and at most 512 can be unrolled")]
    [InlineData("", 0, 1, "Steps of 'A' = 0 is out of range: it must be 1 to 512")]
    [InlineData("Cycles = 513", 1, 1, "Cycles = 513 is out of range: it must be 1 to 512")]
    public async Task TooManyStepsOfBlocks(string settings, int first, int second, string message)
        => Assert.Equal("SCORE101: " + message, Assert.Single(await Verify.Messages(OfBlocks(settings, first, second))));

    [Theory, NearMiss("SCORE101")]
    [InlineData("", 511, 1)]
    [InlineData("Cycles = 2", 255, 1)]
    [InlineData("Cycles = 256", 1, 1)]
    public Task AsManyStepsOfBlocksAsCanBe(string settings, int first, int second) => Verify.Silent(OfBlocks(settings, first, second), from: DiagnosticSeverity.Warning);

    private static string OfBlocks(string settings, int first, int second) => $$"""
        [ScoreDepth({{settings}})]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            [ScoreBlock(Order = 1, Steps = {{first}})] private Tensor A(Tensor h) => h.tanh();

            [ScoreBlock(Order = 2, Steps = {{second}})] private Tensor B(Tensor h) => h.sin();
        }
        """;
}
