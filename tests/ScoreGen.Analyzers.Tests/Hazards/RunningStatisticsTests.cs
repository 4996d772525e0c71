using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

public class RunningStatisticsTests
{
    [Theory, Fires("SCORE305")]
    [InlineData("private readonly BatchNorm1d norm = BatchNorm1d(8); private Tensor Block(Tensor h) => down.call(up.call(norm.{|SCORE305:call(h)|}));")]
    [InlineData("private readonly Module<Tensor, Tensor> norm = BatchNorm2d(3); private Tensor Block(Tensor h) { var n = norm; return down.call(up.call(n.{|SCORE305:call(h)|})); }")]
    [InlineData("private readonly Sequential net = Sequential(Linear(8, 8), BatchNorm1d(8), ReLU()); private Tensor Block(Tensor h) => net.{|SCORE305:call(h)|};")]
    [InlineData("private readonly BatchNorm1d norm = BatchNorm1d(8); private Tensor Block(Tensor h) => down.call(Normed(up.call(h))); private Tensor Normed(Tensor x) => norm.{|SCORE305:forward(x)|};")]
    [InlineData("private readonly InstanceNorm1d norm = InstanceNorm1d(8, track_running_stats: true); private Tensor Block(Tensor h) => norm.{|SCORE305:call(h)|}.tanh();")]
    public Task TheyMix(string members) => Verify.Diagnostics(Encoder(members));

    [Theory, NearMiss("SCORE305")]
    [InlineData("private readonly BatchNorm1d norm = BatchNorm1d(8, track_running_stats: false); private Tensor Block(Tensor h) => down.call(up.call(norm.call(h)));")]
    [InlineData("private readonly LayerNorm norm = LayerNorm(8); private Tensor Block(Tensor h) => down.call(up.call(norm.call(h)));")]
    [InlineData("private readonly InstanceNorm1d norm = InstanceNorm1d(8); private Tensor Block(Tensor h) => down.call(up.call(norm.call(h)));")]
    [InlineData("internal readonly BatchNorm1d unused = BatchNorm1d(8); private Tensor Block(Tensor h) => down.call(up.call(h));")]
    public Task NoneAreKeptOrNotHere(string members) => Verify.Silent(Encoder(members));

    [Theory]
    [InlineData("BatchNorm1d", "", "use a LayerNorm, after a convolution a GroupNorm that you initialise, or say track_running_stats: false")]
    [InlineData("BatchNorm2d", "", "use a GroupNorm and initialise it, an InstanceNorm2d, or say track_running_stats: false")]
    [InlineData("BatchNorm3d", "", "use a GroupNorm and initialise it, an InstanceNorm3d, or say track_running_stats: false")]
    [InlineData("InstanceNorm2d", ", track_running_stats: true", "leave track_running_stats out")]
    public async Task TheMessageSaysWhatToUse(string type, string arguments, string message)
        => Assert.Equal(
            ["SCORE305: 'norm' keeps running statistics, and all steps share them: in evaluation each step is normalised by a mixture of all steps; " + message],
            await Verify.Messages(Encoder($"private readonly {type} norm = {type}(8{arguments}); private Tensor Block(Tensor h) => norm.call(h).tanh();")));

    [Theory, Fires("SCORE107")]
    [InlineData("private readonly BatchNorm1d norm = BatchNorm1d(8); private Tensor Block(Tensor h) => down.call(up.call(norm.{|SCORE107:call(h)|}));")]
    [InlineData("private readonly Sequential net = Sequential(Linear(8, 8), BatchNorm1d(8), ReLU()); private Tensor Block(Tensor h) => net.{|SCORE107:call(h)|};")]
    [InlineData("private readonly BatchNorm1d norm = BatchNorm1d(8); private Tensor Block(Tensor h) => Normed(h).tanh(); private Tensor Normed(Tensor x) { var n = norm; return n.{|SCORE107:call(x)|}; }")]
    public Task CheckpointsCountThemTwice(string members) => Verify.Diagnostics(Encoder(members, settings: "Backprop = Backprop.Checkpoint"));

    [Theory, NearMiss("SCORE107")]
    [InlineData("private readonly BatchNorm1d norm = BatchNorm1d(8, track_running_stats: false); private Tensor Block(Tensor h) => down.call(up.call(norm.call(h)));")]
    [InlineData("private readonly LayerNorm norm = LayerNorm(8); private Tensor Block(Tensor h) => down.call(up.call(norm.call(h)));")]
    [InlineData("internal readonly BatchNorm1d unused = BatchNorm1d(8); private Tensor Block(Tensor h) => down.call(up.call(h));")]
    public Task CheckpointsCountNothing(string members) => Verify.Silent(Encoder(members, settings: "Backprop = Backprop.Checkpoint"));
}
