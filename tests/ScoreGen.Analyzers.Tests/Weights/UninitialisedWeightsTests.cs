using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Weights;

public class UninitialisedWeightsTests
{
    private const string Normed = " private Tensor Block(Tensor h) => norm.call(h).tanh();";
    private const string Set = " private static GroupNorm Set(GroupNorm n) { init.ones_(n.weight); init.zeros_(n.bias!); return n; }";

    [Theory, Fires("SCORE207")]
    [InlineData("private readonly GroupNorm norm = {|SCORE207:GroupNorm(2, 8)|};" + Normed, "")]
    [InlineData("private readonly GroupNorm norm;" + Normed, "norm = {|SCORE207:torch.nn.GroupNorm(2, 8)|};")]
    [InlineData("private GroupNorm Norm { get; } = {|SCORE207:GroupNorm(2, 8, affine: true)|}; private Tensor Block(Tensor h) => Norm.call(h).tanh();", "")]
    [InlineData("private readonly Sequential net = Sequential(Conv1d(8, 8, 1), {|SCORE207:GroupNorm(2, 8)|}); private Tensor Block(Tensor h) => net.call(h).tanh();", "")]
    [InlineData("private readonly ModuleList<GroupNorm> norms = ModuleList({|SCORE207:GroupNorm(2, 8)|}, {|SCORE207:GroupNorm(4, 8)|}); private Tensor Block(Tensor h) => norms[0].call(h).tanh();", "")]
    [InlineData("private readonly GroupNorm norm;" + Normed, "var made = {|SCORE207:GroupNorm(2, 8)|}; norm = made;")]
    [InlineData("private readonly GroupNorm norm = Make(); private static GroupNorm Make() => {|SCORE207:GroupNorm(2, 8)|};" + Normed, "")]
    public Task NobodyWritesThem(string members, string constructor) => Verify.Diagnostics(Encoder(members, constructor));

    [Theory, Fires("SCORE207")]
    [InlineData("private readonly GroupNorm norm;" + Normed, "norm = {|SCORE207:GroupNorm(2, 8)|}; init.ones_(norm.weight);")]
    [InlineData("private readonly GroupNorm norm;" + Normed, "norm = {|SCORE207:GroupNorm(2, 8)|}; Console.WriteLine(norm.weight.shape[0] + norm.bias!.shape[0]);")]
    [InlineData("internal readonly GroupNorm norm, other;" + Normed, "norm = {|SCORE207:GroupNorm(2, 8)|}; other = GroupNorm(2, 8); init.ones_(other.weight); init.zeros_(other.bias!);")]
    [InlineData("internal readonly GroupNorm norm = {|SCORE207:GroupNorm(2, 8)|}, other = Set(GroupNorm(2, 8));" + Set + Normed, "")]
    [InlineData("private readonly GroupNorm norm = {|SCORE207:GroupNorm(2, 8)|};" + Normed, "apply(module => { if (module is Linear linear) { init.zeros_(linear.bias!); } });")]
    [InlineData("private readonly GroupNorm norm = {|SCORE207:GroupNorm(2, 8)|}; private Tensor Block(Tensor h) => functional.group_norm(h, 2, norm.weight, norm.bias).tanh();", "")]
    public Task SomethingElseIsWritten(string members, string constructor) => Verify.Diagnostics(Encoder(members, constructor));

    [Fact, Fires("SCORE207")]
    public Task InABaseClass() => Verify.Diagnostics("""
        public abstract class Normed : Module<Tensor, Tensor>
        {
            protected readonly GroupNorm norm = {|SCORE207:GroupNorm(2, 8)|};

            protected Normed() : base("normed") => RegisterComponents();
        }

        [ScoreDepth]
        public sealed partial class Encoder : Normed
        {
            private Tensor Block(Tensor h) => norm.call(h).tanh();
        }
        """);

    [Theory, NearMiss("SCORE207")]
    [InlineData("private readonly GroupNorm norm;" + Normed, "norm = GroupNorm(2, 8); init.ones_(norm.weight); init.zeros_(norm.bias!);")]
    [InlineData("private readonly GroupNorm norm;" + Normed, "norm = GroupNorm(2, 8); using (no_grad()) { norm.weight.fill_(1); norm.bias?.zero_(); }")]
    [InlineData("private readonly GroupNorm norm;" + Normed, "norm = GroupNorm(2, 8); norm.weight = new Parameter(ones(8)); norm.bias = new Parameter(zeros(8));")]
    [InlineData("private readonly GroupNorm norm = GroupNorm(2, 8, affine: false);" + Normed, "")]
    [InlineData("private readonly GroupNorm norm = Set(GroupNorm(2, 8));" + Set + Normed, "")]
    [InlineData("private readonly GroupNorm norm = GroupNorm(2, 8);" + Set + Normed, "Set(norm);")]
    [InlineData("private readonly GroupNorm norm; private static GroupNorm Make() => GroupNorm(2, 8);" + Normed, "norm = Make(); init.ones_(norm.weight); init.zeros_(norm.bias!);")]
    [InlineData("private readonly Sequential norm = Sequential(GroupNorm(2, 8), GELU());" + Normed, "foreach (var module in norm.modules()) { if (module is GroupNorm g) { init.ones_(g.weight); init.zeros_(g.bias!); } }")]
    [InlineData("private readonly Sequential norm = Sequential(GroupNorm(2, 8), GELU());" + Normed, "apply(module => { if (module is GroupNorm g) { init.ones_(g.weight); init.zeros_(g.bias!); } });")]
    [InlineData("private readonly GroupNorm norm = GroupNorm(2, 8);" + Normed, "foreach (var parameter in norm.parameters()) { init.ones_(parameter); }")]
    [InlineData("private readonly GroupNorm norm = GroupNorm(2, 8);" + Normed, "RegisterComponents(); load(\"weights.dat\");")]
    [InlineData("private readonly InstanceNorm1d norm = InstanceNorm1d(8, affine: true);" + Normed, "")]
    public Task SomebodyWritesThem(string members, string constructor) => Verify.Silent(Encoder(members, constructor));

    [Fact]
    public async Task TheMessageSaysWhatToWrite()
        => Assert.Equal(
            ["SCORE207: TorchSharp leaves the weight and the bias of a new GroupNorm as the memory happened to be, huge numbers or NaN, and nothing here sets both: in the constructor, write init.ones_(norm.weight) and init.zeros_(norm.bias)"],
            await Verify.Messages(Encoder("private readonly GroupNorm norm = GroupNorm(2, 8);" + Normed)));

    [Fact]
    public async Task TheMessageNamesOneThatHasNoName()
        => Assert.EndsWith(
            "and nothing here sets both: in the constructor, make it first, var norm = GroupNorm(2, 8), write init.ones_(norm.weight) and init.zeros_(norm.bias), and put norm here",
            Assert.Single(await Verify.Messages(Encoder("private readonly Sequential norm = Sequential(GroupNorm(2, 8), GELU());" + Normed))),
            StringComparison.Ordinal);

    [Fact, Fires("SCORE207")]
    public Task AnEquilibriumHasThemToo() => Verify.Diagnostics(Blocks.Solved("private readonly GroupNorm norm = {|SCORE207:GroupNorm(2, 8)|};" + Normed));
}
