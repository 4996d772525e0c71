using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

public class ChangedWidthTests
{
    [Theory, Fires("SCORE303")]
    [InlineData("private Tensor Block(Tensor h) => {|SCORE303:up.call(h)|};")]
    [InlineData("private Tensor Block(Tensor h) { var y = functional.gelu(up.call(h)); return {|SCORE303:y * 2|}; }")]
    [InlineData("private Tensor Block(Tensor h) => {|SCORE303:Widen(h)|}; private Tensor Widen(Tensor x) => up.call(x.tanh());")]
    [InlineData("private const long Wide = 16; private readonly Sequential net = Sequential(Linear(8, 32), GELU(), Linear(32, Wide)); private Tensor Block(Tensor h) => {|SCORE303:net.call(h)|};")]
    [InlineData("private readonly Conv2d conv = Conv2d(3, 6, 3, padding: 1); private Tensor Block(Tensor h) => {|SCORE303:conv.call(h).relu()|};")]
    [InlineData("[ScoreBlock] private readonly Module<Tensor, Tensor> {|SCORE303:block|} = Sequential(Linear(8, 8), Tanh(), Linear(8, 9));")]
    public Task ItChanges(string members) => Verify.Diagnostics(Encoder(members));

    [Theory]
    [InlineData("private Tensor Block(Tensor h) => up.call(h);", "of width 8 and returns one of width 32: a step combines the two, which must have one shape; let the last layer lead back to a width of 8")]
    [InlineData(
        "private readonly Conv2d conv = Conv2d(3, 6, 3, padding: 1); private Tensor Block(Tensor h) => conv.call(h);",
        "with 3 channels and returns one with 6: a step combines the two, which must have one shape; let the last layer lead back to 3 channels")]
    public async Task TheMessageSaysBothSizes(string members, string message)
        => Assert.Equal(["SCORE303: The block takes a state " + message], await Verify.Messages(Encoder(members)));

    [Theory, NearMiss("SCORE303")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h));")]
    [InlineData("private Tensor Block(Tensor h) => up.call(h).view(-1, 4, 8).mean(new long[] { 1 });")]
    [InlineData("private Tensor Block(Tensor h) { var y = up.call(h); return y.chunk(4, -1)[0]; }")]
    [InlineData("private readonly Conv2d conv = Conv2d(3, 6, 3, padding: 1), back = Conv2d(6, 3, 1); private Tensor Block(Tensor h) => back.call(conv.call(h));")]
    [InlineData("private Tensor Block(Tensor h) => up.call(h).matmul(down.weight!.t());")]
    [InlineData("[ScoreBlock] private readonly Module<Tensor, Tensor> block = Sequential(Linear(8, 9), Tanh(), Linear(9, 8));")]
    public Task ItComesBackOrIsNotKnown(string members) => Verify.Silent(Encoder(members));
}
