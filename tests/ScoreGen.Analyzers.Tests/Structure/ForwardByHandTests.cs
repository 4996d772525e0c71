using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Structure;

public class ForwardByHandTests
{
    private const string Title = "Turn forward into the block";

    [Fact, Fires("SCORE006")]
    public Task ForwardThatIsTheBlock() => Verify.Fix(
        """
        [ScoreDepth]
        public sealed partial class {|SCORE003:Encoder|} : Module<Tensor, Tensor>
        {
            private readonly Linear layer = Linear(8, 8);

            public Encoder() : base(nameof(Encoder)) => RegisterComponents();

            /// <summary>The layer.</summary>
            public override Tensor {|SCORE006:forward|}(Tensor input) => layer.call(input).tanh();
        }
        """,
        """
        [ScoreDepth]
        public sealed partial class Encoder : Module<Tensor, Tensor>
        {
            private readonly Linear layer = Linear(8, 8);

            public Encoder() : base(nameof(Encoder)) => RegisterComponents();

            /// <summary>The layer.</summary>
            private Tensor Block(Tensor input) => layer.call(input).tanh();
        }
        """,
        Title);

    [Fact, Fires("SCORE006")]
    public Task ForwardThatIsMarkedAsTheBlock() => Verify.Fix(
        """
        [ScoreDepth]
        public partial class Encoder() : Module<Tensor, Tensor, Tensor>("encoder")
        {
            [ScoreBlock(StripSkip = true)]
            public sealed override Tensor {|SCORE006:forward|}(Tensor h, Tensor mask)
            {
                return h + (h * mask).tanh();
            }
        }
        """,
        """
        [ScoreDepth]
        public partial class Encoder() : Module<Tensor, Tensor, Tensor>("encoder")
        {
            [ScoreBlock(StripSkip = true)]
            private Tensor Block(Tensor h, Tensor mask)
            {
                return h + (h * mask).tanh();
            }
        }
        """,
        Title);

    [Fact, Fires("SCORE006")]
    public Task SeveralClassesAtOnce() => Verify.FixAll(
        """
        [ScoreDepth]
        public sealed partial class {|SCORE003:Encoder|}() : Module<Tensor, Tensor>("encoder")
        {
            public override Tensor {|SCORE006:forward|}(Tensor h) => h.tanh();
        }

        [ScoreDepth]
        public sealed partial class Mixed() : Module<Tensor, Tensor>("mixed")
        {
            public override Tensor {|SCORE006:forward|}(Tensor h) => Block(h);

            private Tensor Block(Tensor h) => h.tanh();
        }

        [ScoreDepth]
        public sealed partial class {|SCORE003:Decoder|}() : Module<Tensor, Tensor>("decoder")
        {
            public override Tensor {|SCORE006:forward|}(Tensor h) => h.sin();
        }
        """,
        """
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            private Tensor Block(Tensor h) => h.tanh();
        }

        [ScoreDepth]
        public sealed partial class Mixed() : Module<Tensor, Tensor>("mixed")
        {
            public override Tensor {|SCORE006:forward|}(Tensor h) => Block(h);

            private Tensor Block(Tensor h) => h.tanh();
        }

        [ScoreDepth]
        public sealed partial class Decoder() : Module<Tensor, Tensor>("decoder")
        {
            private Tensor Block(Tensor h) => h.sin();
        }
        """,
        Title);

    [Fact, Fires("SCORE006")]
    public async Task ABlockBesideItLeavesNothingToOffer()
        => Assert.Empty(await Verify.OfferedFixes("""
            [ScoreDepth]
            public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
            {
                public override Tensor {|SCORE006:forward|}(Tensor h) => Block(h);

                private Tensor Block(Tensor h) => h.tanh();
            }
            """));

    [Fact, NearMiss("SCORE006")]
    public Task AnOverloadOfForward() => Verify.Silent("""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            public Tensor forward(Tensor h, int times) => times > 1 ? forward(forward(h), times - 1) : forward(h);

            private Tensor Block(Tensor h) => h.tanh();
        }
        """);

    [Fact, NearMiss("SCORE006")]
    public Task ForwardOfAClassWithoutDepth() => Verify.Silent("""
        public sealed class Layer() : Module<Tensor, Tensor>("layer")
        {
            public override Tensor forward(Tensor h) => h.tanh();
        }
        """);

    [Fact, NearMiss("SCORE006")]
    public Task ForwardOfTheBase() => Verify.Silent("""
        public class Layer() : Module<Tensor, Tensor>("layer")
        {
            public override Tensor forward(Tensor h) => h.tanh();
        }

        [ScoreDepth]
        public sealed partial class Encoder : Layer
        {
            private Tensor Block(Tensor h) => base.forward(h);
        }
        """);

    [Fact, NearMiss("SCORE006")]
    public Task AnotherCase() => Verify.Silent("""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            public Tensor Forward(Tensor h) => call(h);

            private Tensor Block(Tensor h) => h.tanh();
        }
        """);
}
