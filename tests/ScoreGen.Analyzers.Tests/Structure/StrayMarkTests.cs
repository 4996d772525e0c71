using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Structure;

/// <summary>SCORE109: marks in classes that nothing is written into.</summary>
public class StrayMarkTests
{
    [Theory, Fires("SCORE109")]
    [InlineData("public sealed class Layer", "[{|SCORE109:ScoreBlock|}] private Tensor Step(Tensor h) => h.tanh();")]
    [InlineData("public class Layer", "[{|SCORE109:ScoreGen.ScoreBlock(StripSkip = true)|}] protected Tensor Step(Tensor h) => h + h.tanh();")]
    [InlineData("public abstract class Layer", "[{|SCORE109:ScoreBlock|}] private Tensor Step(Tensor h) => h.tanh();")]
    [InlineData("public sealed class Layer", "[{|SCORE109:ScoreBlock|}] private readonly Linear mix = Linear(8, 8);")]
    [InlineData("public sealed class Layer", "[field: {|SCORE109:ScoreBlock|}] private Linear Mix { get; } = Linear(8, 8);")]
    [InlineData("public sealed class Layer", "private Tensor Step(Tensor h, [{|SCORE109:ScoreTime|}] double t, [{|SCORE109:ScoreStep|}] int step) => h * t * step;")]
    [InlineData("public abstract class Layer", "[{|SCORE109:ScoreDt|}] protected readonly Parameter dt = new(zeros(1));")]
    public Task InAClassWithoutDepth(string head, string member) => Verify.Diagnostics($$"""
        {{head}}() : Module<Tensor, Tensor>("layer")
        {
            {{member}}

            public override Tensor forward(Tensor x) => x.tanh();
        }
        """);

    [Fact, Fires("SCORE109")]
    public Task InAClassInsideOfOneWithDepth() => Verify.Diagnostics("""
        [ScoreDepth]
        public sealed partial class Encoder : Module<Tensor, Tensor>
        {
            private readonly Layer layer = new();

            public Encoder() : base("encoder") => RegisterComponents();

            private Tensor Block(Tensor h) => layer.call(h);

            private sealed class Layer() : Module<Tensor, Tensor>("layer")
            {
                [{|SCORE109:ScoreBlock|}]
                public override Tensor forward(Tensor x) => x.tanh();
            }
        }
        """);

    [Theory, NearMiss("SCORE109")]
    [InlineData("public abstract class Layer", "")]
    [InlineData("public class Layer", "[ScoreDepth] public sealed partial class Deep : Layer;")]
    [InlineData("public class Layer", "public static partial class Models { public class Middle : Layer; [ScoreDepth] public sealed partial class Deep : Middle; }")]
    public Task ForAClassThatDerives(string head, string other) => Verify.Silent($$"""
        {{head}}() : Module<Tensor, Tensor>("layer")
        {
            [ScoreBlock]
            protected Tensor Step(Tensor h, [ScoreTime] double t) => h.tanh() * t;

            public override Tensor forward(Tensor x) => x.tanh();
        }

        {{other}}
        """);

    [Fact, NearMiss("SCORE109")]
    public Task AMarkOfSomebodyElse() => Verify.Silent("""
        public sealed class ScoreBoardAttribute : Attribute;

        public sealed class Layer
        {
            [ScoreBoard]
            public int Points => 1;
        }
        """);

    [Theory]
    [InlineData("sealed", "'Layer' has no [ScoreDepth]; put")]
    [InlineData("abstract", "'Layer' has no [ScoreDepth], and a class that derives from it does not see a private member; put")]
    public async Task TheMessageSaysWhereItBelongs(string modifier, string reason)
        => Assert.Equal(
            [$"SCORE109: [ScoreBlock] has no effect here: {reason} [ScoreDepth] on the class that the mark is in, or take the mark off"],
            await Verify.Messages($$"""
                public {{modifier}} class Layer() : Module<Tensor, Tensor>("layer")
                {
                    [ScoreBlock]
                    private Tensor Step(Tensor h) => h.tanh();

                    public override Tensor forward(Tensor x) => Step(x);
                }
                """));
}
