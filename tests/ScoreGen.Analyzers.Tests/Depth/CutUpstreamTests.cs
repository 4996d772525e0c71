using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Models;

namespace ScoreGen.Analyzers.Tests.Depth;

public class CutUpstreamTests
{
    [Theory, Fires("SCORE312")]
    [InlineData("{|SCORE312:Backprop = Backprop.Truncated|}, BackpropSteps = 2")]
    [InlineData("{|SCORE312:Backprop = Backprop.Truncated|}, BackpropSteps = 3, Update = UpdateRule.Residual")]
    [InlineData("Steps = 8, BackpropSteps = 1, {|SCORE312:Backprop = Backprop.Truncated|}")]
    public Task TheStateIsTheOnlyInput(string settings) => Verify.Diagnostics(WithSettings(settings));

    [Theory, NearMiss("SCORE312")]
    [InlineData("Backprop = Backprop.Full")]
    [InlineData("Backprop = Backprop.Checkpoint")]
    public Task GradientsFlowThroughEveryStep(string settings) => Verify.Silent(WithSettings(settings));

    [Fact, NearMiss("SCORE312")]
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
            ["SCORE312: Backprop = Truncated and no context: the first 3 steps build no graph, so no gradient reaches what is upstream of 'Encoder'; pass the input as a context as well, or use Checkpoint"],
            await Verify.Messages(WithSettings("Backprop = Backprop.Truncated, BackpropSteps = 1")));
}
