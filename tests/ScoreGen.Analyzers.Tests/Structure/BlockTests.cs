using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Structure;

/// <summary>SCORE003 and SCORE004: exactly one block.</summary>
public class BlockTests
{
    [Theory, Fires("SCORE003")]
    [InlineData("")]
    [InlineData("private Tensor Step(Tensor h) => h.tanh();")]
    [InlineData("private Tensor block(Tensor h) => h.tanh();")]
    [InlineData("private readonly Linear Block = Linear(2, 2);")]
    public Task NoBlock(string member) => Verify.Diagnostics($$"""
        [ScoreDepth]
        public sealed partial class {|SCORE003:Encoder|}() : Module<Tensor, Tensor>("encoder")
        {
            {{member}}
        }
        """);

    [Theory, NearMiss("SCORE003")]
    [InlineData("private Tensor Block(Tensor h) => h.tanh();")]
    [InlineData("[ScoreBlock] private Tensor Step(Tensor h) => h.tanh();")]
    [InlineData("[ScoreBlock] private readonly Linear layer = Linear(2, 2);")]
    [InlineData("[ScoreBlock] private Linear Layer { get; } = Linear(2, 2);")]
    [InlineData("[field: ScoreBlock] private Linear Layer { get; } = Linear(2, 2);")]
    public Task ABlock(string member) => Verify.Silent(
        $$"""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            {{member}}
        }
        """,
        from: DiagnosticSeverity.Error);

    [Fact, NearMiss("SCORE003")]
    public Task ABlockOfTheBase() => Verify.Silent("""
        public abstract class Shared() : Module<Tensor, Tensor>("shared")
        {
            protected Tensor Block(Tensor h) => h.tanh();
        }

        [ScoreDepth]
        public sealed partial class Encoder : Shared;
        """);

    [Theory, Fires("SCORE004")]
    [InlineData("[ScoreBlock] private Tensor {|SCORE004:One|}(Tensor h) => h.tanh(); [ScoreBlock] private Tensor {|SCORE004:Two|}(Tensor h) => h.sin();")]
    [InlineData("private Tensor {|SCORE004:Block|}(Tensor h) => h.tanh(); private Tensor {|SCORE004:Block|}(Tensor h, Tensor mask) => h * mask;")]
    [InlineData("[ScoreBlock] private readonly Linear {|SCORE004:one|} = Linear(2, 2); [ScoreBlock] private Linear {|SCORE004:Two|} { get; } = Linear(2, 2);")]
    public Task SeveralBlocks(string members) => Verify.Diagnostics($$"""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            {{members}}
        }
        """);

    [Theory]
    [InlineData(
        "[ScoreBlock] private Tensor One(Tensor h) => h.tanh(); [ScoreBlock] private Tensor Two(Tensor h) => h.sin();",
        "(One, Two) and no order between them: leave the mark [ScoreBlock] on one of them, or, where they follow one another, number the marks: [ScoreBlock(Order = 1)], [ScoreBlock(Order = 2)]")]
    [InlineData(
        "private Tensor Block(Tensor h) => h.tanh(); private Tensor Block(Tensor h, int times) => h * times;",
        "(Block, Block) and no order between them: mark the one that every step applies with [ScoreBlock]")]
    public async Task TheMessageSaysWhatToMark(string members, string message)
        => Assert.Equal(
            ["SCORE004: 'Encoder' has 2 blocks " + message],
            (await Verify.Messages($$"""
                [ScoreDepth]
                public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
                {
                    {{members}}
                }
                """)).Distinct());

    [Theory, NearMiss("SCORE004")]
    [InlineData("[ScoreBlock] private Tensor Step(Tensor h) => Block(h); private Tensor Block(Tensor h) => h.sin();")]
    [InlineData("private Tensor Block(Tensor h) => Block2(h); private Tensor Block2(Tensor h) => h.sin();")]
    [InlineData("[ScoreBlock] private Tensor Block(Tensor h) => Block(h, 2); private Tensor Block(Tensor h, int times) => h * times;")]
    public Task OneBlockAmongItsLike(string members) => Verify.Silent($$"""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            {{members}}
        }
        """);
}
