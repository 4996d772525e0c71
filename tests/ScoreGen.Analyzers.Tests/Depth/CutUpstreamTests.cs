using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Models;

namespace ScoreGen.Analyzers.Tests.Depth;

public class CutUpstreamTests
{
    [Theory, Fires("SCORE110")]
    [InlineData("{|SCORE110:Backprop = Backprop.Truncated|}, BackpropSteps = 2")]
    [InlineData("{|SCORE110:Backprop = Backprop.Truncated|}, BackpropSteps = 3, Update = UpdateRule.Residual")]
    [InlineData("Steps = 8, BackpropSteps = 1, {|SCORE110:Backprop = Backprop.Truncated|}")]
    public Task TheStateIsTheOnlyInput(string settings) => Verify.Diagnostics(WithSettings(settings));

    [Theory, NearMiss("SCORE110")]
    [InlineData("Backprop = Backprop.Full")]
    [InlineData("Backprop = Backprop.Checkpoint")]
    public Task GradientsFlowThroughEveryStep(string settings) => Verify.Silent(WithSettings(settings));

    [Fact, NearMiss("SCORE110")]
    public Task AContextCarriesThemPast() => Verify.Silent("""
        [ScoreDepth(Backprop = Backprop.Truncated, BackpropSteps = 2)]
        public sealed partial class Encoder() : Module<Tensor, Tensor, Tensor>("encoder")
        {
            private Tensor Block(Tensor h, Tensor input) => (h + input).tanh();
        }
        """);

    [Fact]
    public async Task TheMessageSaysHowManySteps()
        => Assert.Equal(
            ["SCORE110: Backprop = Backprop.Truncated and no context: the first 3 steps build no graph, so no gradient reaches what is upstream of 'Encoder'; pass the input as a context as well, or say Backprop = Backprop.Checkpoint"],
            await Verify.Messages(WithSettings("Backprop = Backprop.Truncated, BackpropSteps = 1")));
}
