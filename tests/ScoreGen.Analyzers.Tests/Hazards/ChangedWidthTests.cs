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

    /// <summary>A width of 1 is spread over the other's, whichever comes first.</summary>
    [Theory, NearMiss("SCORE303")]
    [InlineData("maximum(one.call(h), h)")]
    [InlineData("one.call(h).lerp(h, 0.5)")]
    [InlineData("one.call(h).where(h > 0, h)")]
    [InlineData("addcmul(one.call(h), h, h, 1)")]
    public Task ItIsSpread(string result) => Verify.Silent(
        Encoder($"private readonly Linear one = Linear(8, 1); private Tensor Block(Tensor h) => {result};"),
        Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("private Tensor Block(Tensor h) => up.call(h);", "of width 8 and returns one of width 32: a step combines the two, which must have one shape; let the last layer lead back to a width of 8")]
    [InlineData(
        "private readonly Conv2d conv = Conv2d(3, 6, 3, padding: 1); private Tensor Block(Tensor h) => conv.call(h);",
        "with 3 channels and returns one with 6: a step combines the two, which must have one shape; let the last layer lead back to 3 channels")]
    public async Task TheMessageSaysBothSizes(string members, string message)
        => Assert.Equal(["SCORE303: The block takes a state " + message], await Verify.Messages(Encoder(members)));

    [Theory, Fires("SCORE303")]
    [InlineData("Conv2d(8, 8, 3)", "that is n long in its last two dimensions and returns one that is n - 2 long there")]
    [InlineData("Conv2d(8, 8, 3, 2, 1)", "that is n long in its last two dimensions and returns one that is about n/2 long there")]
    [InlineData("Conv2d(8, 8, 3, padding: 2)", "returns one that is n + 2 long there: a step combines the two, which must have one shape; pad by what the kernels take off; a convolution at stride 1 does so by itself with padding: Padding.Same")]
    [InlineData("Conv2d(8, 8, (3, 1))", "that is n long in the last dimension but one and returns one that is n - 2 long there")]
    [InlineData("Conv2d(8, 8, (1, 5), padding: (0L, 1L))", "that is n long in its last dimension and returns one that is n - 2 long there")]
    [InlineData("Conv2d(8, 8, 3, padding: 1, dilation: 2)", "returns one that is n - 2 long there")]
    [InlineData("Conv2d(8, 8, 3, Padding.Valid)", "returns one that is n - 2 long there")]
    [InlineData("Conv1d(8, 8, 5)", "that is n long in its last dimension and returns one that is n - 4 long there")]
    [InlineData("Conv3d(8, 8, 3)", "that is n long in its last three dimensions and returns one that is n - 2 long there")]
    [InlineData("ConvTranspose2d(8, 8, 2, stride: 2)", "returns one that is 2·n long there")]
    [InlineData("ConvTranspose1d(8, 8, 3)", "returns one that is n + 2 long there")]
    [InlineData("MaxPool2d(2)", "returns one that is about n/2 long there: a step combines the two, which must have one shape; let every stride be 1, or scale back")]
    [InlineData("MaxPool2d(3, 1)", "returns one that is n - 2 long there")]
    [InlineData("AvgPool2d(new long[] { 2, 2 })", "about n/2")]
    [InlineData("AvgPool1d(2, ceil_mode: true)", "about n/2")]
    [InlineData("LPPool2d(2, 2)", "about n/2")]
    [InlineData("ZeroPad2d(1)", "n + 2 long")]
    [InlineData("ReflectionPad2d((1, 0, 0, 0))", "that is n long in its last dimension and returns one that is n + 1 long there")]
    [InlineData("Upsample(scale_factor: [2, 2])", "2·n")]
    [InlineData("Sequential(Conv2d(8, 16, 3, padding: 1), MaxPool2d(2), ReLU(), Conv2d(16, 8, 1))", "about n/2")]
    [InlineData("Sequential(Conv2d(8, 8, 3, stride: 2, padding: 1), ConvTranspose2d(8, 8, 5, stride: 2))", "returns one that is n + 3 or more long there")]
    public async Task ItSlidesOverTheState(string layer, string message)
    {
        var source = Encoder($"private readonly Module<Tensor, Tensor> layer = {layer}; private Tensor Block(Tensor h) => layer.call(h).relu();");
        await Verify.Diagnostics(source.Replace("=> layer.call(h).relu();", "=> {|SCORE303:layer.call(h).relu()|};", StringComparison.Ordinal));
        Assert.Contains(message, Assert.Single(await Verify.Messages(source)), StringComparison.Ordinal);
    }

    [Theory, Fires("SCORE303")]
    [InlineData("functional.max_pool2d(h, 2)")]
    [InlineData("functional.avg_pool2d(h, kernel_size: 3, stride: 1).tanh()")]
    [InlineData("functional.pad(h, (1, 1))")]
    [InlineData("functional.interpolate(h, scale_factor: [2, 2])")]
    [InlineData("h.shape[0] > 1 ? functional.max_pool1d(h, 2) : functional.max_pool1d(h.tanh(), 2)")]
    public Task AFunctionSlidesOverIt(string result) => Verify.Diagnostics(Encoder($"private Tensor Block(Tensor h) => {{|SCORE303:{result}|}};"));

    [Theory, NearMiss("SCORE303")]
    [InlineData("Conv2d(8, 8, 3, padding: 1)")]
    [InlineData("Conv2d(8, 8, 5, padding: 4, dilation: 2)")]
    [InlineData("Conv2d(8, 8, (3, 1), padding: (1L, 0L))")]
    [InlineData("Conv2d(8, 8, 3, Padding.Same)")]
    [InlineData("Conv2d(8, 8, 3, padding: 1, groups: 8)")]
    [InlineData("Conv2d(8, 8, 1)")]
    [InlineData("Conv2d(8, 8, Kernel, padding: Kernel / 2)")]
    [InlineData("Conv2d(8, 8, kernel, padding: kernel / 2)")]
    [InlineData("Conv2d(8, 8, kernel, stride: 2)")]
    [InlineData("Conv1d(8, 8, 3, padding: 1)")]
    [InlineData("Conv3d(8, 8, 3, padding: 1)")]
    [InlineData("MaxPool2d(3, 1, 1)")]
    [InlineData("AvgPool2d(3, stride: 1, padding: 1)")]
    [InlineData("Sequential(ReflectionPad2d(1), Conv2d(8, 8, 3))")]
    [InlineData("Sequential(MaxPool2d(2), Conv2d(8, 8, 3, padding: 1), Upsample(scale_factor: [2, 2]))")]
    [InlineData("Sequential(Conv2d(8, 16, 3, stride: 2, padding: 1), ConvTranspose2d(16, 8, 2, stride: 2))")]
    [InlineData("Sequential(Conv2d(8, 16, 3, stride: 2, padding: 1), ConvTranspose2d(16, 8, 3, stride: 2, padding: 1, output_padding: 1))")]
    [InlineData("Sequential(AdaptiveAvgPool2d(4), Conv2d(8, 8, 1))")]
    [InlineData("Sequential(Conv2d(8, 8, 3), Upsample(size: [16, 16]))")]
    public Task ItSlidesAndKeepsTheSize(string layer) => Verify.Silent(Encoder(
        $"private const long Kernel = 5; private static readonly long kernel = 3; private readonly Module<Tensor, Tensor> layer = {layer}; private Tensor Block(Tensor h) => layer.call(h).relu();"));

    [Theory, NearMiss("SCORE303")]
    [InlineData("{ var y = pool.call(h); return functional.interpolate(y, [h.shape[2], h.shape[3]]); }")]
    [InlineData("{ var gate = pool.call(h).mean([2, 3], keepdim: true).sigmoid(); return h * gate; }")]
    [InlineData("{ for (var i = 0; i < 2; i++) { h = conv.call(functional.pad(h, (1, 1, 1, 1))); } return h; }")]
    [InlineData("{ var y = conv.call(h); return functional.pad(y, (1, 1, 1, 1)); }")]
    public Task ItIsScaledBack(string body) => Verify.Silent(Encoder(
        $"internal readonly MaxPool2d pool = MaxPool2d(2); internal readonly Conv2d conv = Conv2d(3, 3, 3); private Tensor Block(Tensor h) {body}"));

    [Theory, NearMiss("SCORE303")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h));")]
    [InlineData("private Tensor Block(Tensor h) => up.call(h).view(-1, 4, 8).mean(new long[] { 1 });")]
    [InlineData("private Tensor Block(Tensor h) { var y = up.call(h); return y.chunk(4, -1)[0]; }")]
    [InlineData("private readonly Conv2d conv = Conv2d(3, 6, 3, padding: 1), back = Conv2d(6, 3, 1); private Tensor Block(Tensor h) => back.call(conv.call(h));")]
    [InlineData("private Tensor Block(Tensor h) => up.call(h).matmul(down.weight!.t());")]
    [InlineData("[ScoreBlock] private readonly Module<Tensor, Tensor> block = Sequential(Linear(8, 9), Tanh(), Linear(9, 8));")]
    public Task ItComesBackOrIsNotKnown(string members) => Verify.Silent(Encoder(members));
}
