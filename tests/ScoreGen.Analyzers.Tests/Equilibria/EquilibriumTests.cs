using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Equilibria;

/// <summary>What is wrong with an equilibrium, and what is not: it has no steps, and one function of the state.</summary>
public class EquilibriumTests
{
    private const string Block = "private Tensor Block(Tensor h) => down.call(up.call(h).tanh());";

    [Theory, Fires("SCORE111")]
    [InlineData("{|SCORE111:Tolerance = 1e-8|}")]
    [InlineData("MaxSteps = 100, {|SCORE111:Tolerance = 1.1e-7|}, Damping = 0.5")]
    [InlineData("{|SCORE111:Tolerance = double.Epsilon|}")]
    public Task ATolerancePastTheNumbers(string settings) => Verify.Diagnostics(Solved(Block, settings: settings));

    [Fact, Fires("SCORE111")]
    public Task ATolerancePastAllNumbers() => Verify.Diagnostics(Solved(Block, "this.to(float64);", "{|SCORE111:Tolerance = 1e-16|}"));

    [Theory, NearMiss("SCORE111")]
    [InlineData("Tolerance = 1.3e-7", "")]
    [InlineData("Tolerance = 1e-9", "this.to(float64);")]
    [InlineData("Tolerance = 1e-9", "this.to(ScalarType.Float64);")]
    [InlineData("Tolerance = 2.3e-16", "this.@double();")]
    public Task ATolerationThatCanBeReached(string settings, string constructor) => Verify.Silent(Solved(Block, constructor, settings));

    [Theory, Fires("SCORE315")]
    [InlineData("private readonly Dropout drop = Dropout(0.1); private Tensor Block(Tensor h) => drop.{|SCORE315:call(down.call(up.call(h)))|};")]
    [InlineData("private Tensor Block(Tensor h) => down.call(functional.{|SCORE315:dropout(up.call(h), 0.1, training)|});")]
    [InlineData("private readonly Sequential net = Sequential(Linear(8, 8), Dropout(0.2), Tanh()); private Tensor Block(Tensor h) => net.{|SCORE315:call(h)|};")]
    [InlineData("private readonly TransformerEncoderLayer layer = TransformerEncoderLayer(8, 2); private Tensor Block(Tensor h) => layer.{|SCORE315:call(h, null, null)|};")]
    [InlineData("private readonly TransformerEncoderLayer layer = TransformerEncoderLayer(8, 2); private Tensor Block(Tensor h) => layer.{|SCORE315:forward(h)|};")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h)) + 0.1 * {|SCORE315:randn_like(h)|};")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h).mul(Mask(h))); private static Tensor Mask(Tensor h) => {|SCORE315:rand(32)|}.gt(0.1);")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h)) + zeros_like(h).{|SCORE315:uniform_(-0.1, 0.1)|};")]
    public Task AMaskEachTime(string members) => Verify.Diagnostics(Solved(members));

    [Theory, NearMiss("SCORE315")]
    [InlineData("private readonly Dropout drop = Dropout(0); private Tensor Block(Tensor h) => drop.call(down.call(up.call(h)));")]
    [InlineData("private Tensor Block(Tensor h) => down.call(functional.dropout(up.call(h), 0.1, training: false));")]
    [InlineData("private readonly TransformerEncoderLayer layer = TransformerEncoderLayer(8, 2, 16, 0); private Tensor Block(Tensor h) => layer.call(h, null, null);")]
    [InlineData("private Tensor Block(Tensor h) { using var same = new Generator(1); return down.call(up.call(h)) + 0.1 * randn(8, generator: same); }")]
    [InlineData("private readonly Dropout head = Dropout(0.1); private Tensor Block(Tensor h) => down.call(up.call(h)); public Tensor Head(Tensor h) => head.call(h);")]
    public Task NoMask(string members) => Verify.Silent(Solved(members));

    [Theory, Fires("SCORE316")]
    [InlineData("private readonly BatchNorm1d norm = BatchNorm1d(8); private Tensor Block(Tensor h) => down.call(up.call(norm.{|SCORE316:call(h)|}));")]
    [InlineData("private readonly BatchNorm1d norm = BatchNorm1d(8, track_running_stats: false); private Tensor Block(Tensor h) => down.call(up.call(norm.{|SCORE316:call(h)|}));")]
    [InlineData("private readonly Module<Tensor, Tensor> norm = BatchNorm2d(8); private Tensor Block(Tensor h) => norm.{|SCORE316:call(h)|};")]
    public Task TheBatchTiesSamplesTogether(string members) => Verify.Diagnostics(Solved(members));

    [Theory, NearMiss("SCORE316")]
    [InlineData("private readonly LayerNorm norm = LayerNorm(8); private Tensor Block(Tensor h) => down.call(up.call(norm.call(h)));")]
    [InlineData("private readonly InstanceNorm1d norm = InstanceNorm1d(8); private Tensor Block(Tensor h) => norm.call(h);")]
    [InlineData("private readonly BatchNorm1d head = BatchNorm1d(8); private Tensor Block(Tensor h) => down.call(up.call(h)); public Tensor Head(Tensor h) => head.call(h);")]
    public Task NoBatch(string members) => Verify.Silent(Solved(members));

    [Theory, Fires("SCORE109")]
    [InlineData("{|SCORE109:GradientSteps = 3|}")]
    [InlineData("Solver = FixedPointSolver.Picard, {|SCORE109:Memory = 3|}")]
    public Task ASettingWithoutEffect(string settings) => Verify.Diagnostics(Solved(Block, settings: settings));

    [Theory, NearMiss("SCORE109")]
    [InlineData("Gradient = EquilibriumGradient.Neumann, GradientSteps = 0")]
    [InlineData("Gradient = EquilibriumGradient.Phantom, GradientSteps = 3, Damping = 0.5")]
    [InlineData("Solver = FixedPointSolver.Broyden, Memory = 3")]
    public Task ASettingWithEffect(string settings) => Verify.Silent(Solved(Block, settings: settings));

    [Theory, Fires("SCORE107")]
    [InlineData("private Tensor Block(Tensor h, [ScoreStep] int {|SCORE107:step|}) => down.call(up.call(h)) * step;")]
    [InlineData("private Tensor Block(Tensor h, [ScoreTime] double {|SCORE107:time|}) => down.call(up.call(h)) * time;")]
    [InlineData("[ScoreBlock({|SCORE107:Steps = 2|})] private Tensor Block(Tensor h) => down.call(up.call(h));")]
    [InlineData("[ScoreBlock(Order = 1)] private Tensor First(Tensor h) => down.call(up.call(h)); [ScoreBlock(Order = 2)] private Tensor {|SCORE107:Second|}(Tensor h) => h.sin();")]
    public Task ThereAreNoSteps(string members) => Verify.Diagnostics(Solved(members));

    [Fact, Fires("SCORE107")]
    public Task StepsOrAnEquilibrium()
        => Verify.Diagnostics(Solved(Block).Replace("ScoreEquilibrium()", "ScoreEquilibrium, {|SCORE107:ScoreDepth|}", StringComparison.Ordinal));

    [Fact, Fires("SCORE107")]
    public Task MembersOfSteps()
        => Verify.Diagnostics(Solved(Block, settings: "{|SCORE107:Members = DepthMembers.Trace | DepthMembers.Spectrum|}"));

    /// <summary>Rules about what a block does hold here as well.</summary>
    [Theory, Fires("SCORE301"), Fires("SCORE304"), Fires("SCORE306")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h.{|SCORE301:relu_()|}));")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h.{|SCORE304:detach()|}));")]
    [InlineData("internal readonly Linear other = Linear(8, 8); private Tensor Block(Tensor h) => down.call(up.call(h)) * h.sum().{|SCORE306:item<float>()|};")]
    public Task TheBlockIsJudged(string members) => Verify.Diagnostics(Solved(members));

    /// <summary>An own skip makes h = h + g(h), whose solution is where g is 0: nothing is wrong with that.</summary>
    [Theory, NearMiss("SCORE309"), NearMiss("SCORE314")]
    [InlineData("private Tensor Block(Tensor h) => h + down.call(up.call(h));", "")]
    [InlineData("private readonly ModuleList<Linear> layers = ModuleList(Linear(8, 8), Linear(8, 8), Linear(8, 8), Linear(8, 8)); private Tensor Block(Tensor h) { foreach (var layer in layers) h = layer.call(h).tanh(); return h; }", "")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h));", "Update = UpdateRule.Residual, Members = DepthMembers.All")]
    public Task AnOrdinaryBlockIsFine(string members, string settings) => Verify.Silent(Solved(members, settings: settings));
}
