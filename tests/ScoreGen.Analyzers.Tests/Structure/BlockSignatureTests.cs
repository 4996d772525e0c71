using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Structure;

public class BlockSignatureTests
{
    [Theory, Fires("SCORE005")]
    [InlineData("private float {|SCORE005:Block|}(Tensor h, Tensor mask) => 0;")]
    [InlineData("private void {|SCORE005:Block|}(Tensor h, Tensor mask) { }")]
    [InlineData("private Tensor {|SCORE005:Block|}() => zeros(2);")]
    [InlineData("private Tensor {|SCORE005:Block|}(Tensor h) => h;")]
    [InlineData("private Tensor {|SCORE005:Block|}(Tensor h, Tensor mask, Tensor more) => h;")]
    [InlineData("private Tensor {|SCORE005:Block|}(int size, Tensor mask) => mask;")]
    [InlineData("private Tensor {|SCORE005:Block|}(Tensor h, string mask) => h;")]
    [InlineData("private Tensor {|SCORE005:Block|}(ref Tensor h, Tensor mask) => h;")]
    [InlineData("private static Tensor {|SCORE005:Block|}(Tensor h, Tensor mask) => h;")]
    [InlineData("private Tensor {|SCORE005:Block|}<T>(Tensor h, Tensor mask) => h;")]
    [InlineData("private async System.Threading.Tasks.Task<Tensor> {|SCORE005:Block|}(Tensor h, Tensor mask) { await System.Threading.Tasks.Task.Yield(); return h; }")]
    [InlineData("private Tensor {|SCORE005:Block|}(Tensor h, Tensor mask, [ScoreTime] int t) => h;")]
    [InlineData("private Tensor {|SCORE005:Block|}(Tensor h, Tensor mask, [ScoreStep] double step) => h;")]
    [InlineData("[ScoreBlock] private readonly Linear {|SCORE005:layer|} = Linear(2, 2);")]
    [InlineData("[ScoreBlock] private readonly string {|SCORE005:layer|} = \"\";")]
    [InlineData("[ScoreBlock] private Linear {|SCORE005:Layer|} { set { } }")]
    public Task ABlockThatDoesNotFit(string member) => Verify.Diagnostics($$"""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor, Tensor>("encoder")
        {
            {{member}}
        }
        """);

    [Theory, NearMiss("SCORE005")]
    [InlineData("private Tensor Block(Tensor h, Tensor mask) => h * mask;")]
    [InlineData("private Parameter Block(Tensor h, Tensor mask) => new(h * mask);")]
    [InlineData("private Tensor Block(Tensor h, object mask) => h;")]
    [InlineData("private Tensor Block(Tensor h, Tensor? mask) => mask is null ? h : h * mask;")]
    [InlineData("private Tensor Block([ScoreStep] int step, Tensor h, [ScoreTime] double t, Tensor mask) => h * mask * t * step;")]
    [InlineData("[ScoreBlock] private readonly Gate gate = new();")]
    public Task ABlockThatFits(string member) => Verify.Silent(
        $$"""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor, Tensor>("encoder")
        {
            {{member}}
        }

        public sealed class Gate() : Module<Tensor, Tensor, Tensor>("gate")
        {
            public override Tensor forward(Tensor h, Tensor mask) => h * mask;
        }
        """,
        from: DiagnosticSeverity.Error);

    [Fact]
    public async Task TheMessageSaysWhatToDo()
        => Assert.Equal(
            ["SCORE005: The block 'Block' does not fit 'Encoder': its parameter 'h' is passed by reference; pass it by value"],
            await Verify.Messages("""
                [ScoreDepth]
                public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
                {
                    private Tensor Block(ref Tensor h) => h;
                }
                """));
}
