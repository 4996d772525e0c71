using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Structure;

public class NotPartialTests
{
    private const string Title = "Make partial";

    [Fact, Fires("SCORE001")]
    public Task AClosedClass() => Verify.Fix(
        """
        /// <summary>Encodes.</summary>
        [ScoreDepth]
        public sealed class {|SCORE001:Encoder|}() : Module<Tensor, Tensor>("encoder")
        {
            private Tensor Block(Tensor h) => h.tanh();
        }
        """,
        """
        /// <summary>Encodes.</summary>
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            private Tensor Block(Tensor h) => h.tanh();
        }
        """,
        Title);

    [Fact, Fires("SCORE001")]
    public Task TheTypesAroundItToo() => Verify.Fix(
        """
        public static class {|SCORE001:Models|}
        {
            public readonly record struct {|SCORE001:Small|}
            {
                [ScoreDepth]
                // kept
                class {|SCORE001:Encoder|}() : Module<Tensor, Tensor>("encoder")
                {
                    private Tensor Block(Tensor h) => h.tanh();
                }
            }
        }
        """,
        """
        public static partial class Models
        {
            public readonly partial record struct Small
            {
                [ScoreDepth]
                // kept
                partial class Encoder() : Module<Tensor, Tensor>("encoder")
                {
                    private Tensor Block(Tensor h) => h.tanh();
                }
            }
        }
        """,
        Title,
        occurrence: 2);

    [Fact, Fires("SCORE001")]
    public Task AllAtOnceAlthoughTheyShareAType() => Verify.FixAll(
        """
        interface {|SCORE001:{|SCORE001:IModels|}|}
        {
            [ScoreDepth]
            class {|SCORE001:Encoder|}() : Module<Tensor, Tensor>("encoder")
            {
                private Tensor Block(Tensor h) => h.tanh();
            }

            [ScoreDepth]
            class {|SCORE001:Decoder|}() : Module<Tensor, Tensor>("decoder")
            {
                private Tensor Block(Tensor h) => h.tanh();
            }
        }
        """,
        """
        partial interface IModels
        {
            [ScoreDepth]
            partial class Encoder() : Module<Tensor, Tensor>("encoder")
            {
                private Tensor Block(Tensor h) => h.tanh();
            }

            [ScoreDepth]
            partial class Decoder() : Module<Tensor, Tensor>("decoder")
            {
                private Tensor Block(Tensor h) => h.tanh();
            }
        }
        """,
        Title);

    [Fact, Fires("SCORE001")]
    public Task AllAtOnceInTwoFiles()
    {
        static string Model(string kind, string name)
            => $"[ScoreDepth]\n{kind} {name}() : Module<Tensor, Tensor>(\"model\")\n{{\n    private Tensor Block(Tensor h) => h.tanh();\n}}\n";
        return Verify.FixAll(
            [Model("class", "{|SCORE001:Encoder|}"), Model("class", "{|SCORE001:Decoder|}")],
            [Model("partial class", "Encoder"), Model("partial class", "Decoder")],
            Title);
    }

    [Fact]
    public async Task TheMessageSaysWhatForEachType()
        => Assert.Equal(
            [
                "SCORE001: 'Models' must be partial, so that ScoreGen can write the forward pass into 'Encoder' inside it: add the modifier 'partial'",
                "SCORE001: 'Encoder' must be partial, so that ScoreGen can write the forward pass into it: add the modifier 'partial'",
            ],
            await Verify.Messages("""
                public static class Models
                {
                    [ScoreDepth]
                    private sealed class Encoder() : Module<Tensor, Tensor>("encoder")
                    {
                        private Tensor Block(Tensor h) => h.tanh();
                    }
                }
                """));

    [Fact, NearMiss("SCORE001")]
    public Task APartialClass() => Verify.Silent("""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            private Tensor Block(Tensor h) => h.tanh();
        }
        """);

    [Fact, NearMiss("SCORE001")]
    public Task PartialAllTheWayOut() => Verify.Silent("""
        public partial struct Outer
        {
            public partial record Middle
            {
                [ScoreDepth]
                public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
                {
                    private Tensor Block(Tensor h) => h.tanh();
                }
            }
        }
        """);

    [Fact, NearMiss("SCORE001")]
    public Task AClosedClassWithoutDepth() => Verify.Silent("""
        public sealed class Layer() : Module<Tensor, Tensor>("layer")
        {
            public override Tensor forward(Tensor h) => h.tanh();
        }
        """);

    [Fact, NearMiss("SCORE001")]
    public Task AClosedClassThatDerivesFromOneWithDepth() => Verify.Silent("""
        [ScoreDepth]
        public partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            protected virtual Tensor Block(Tensor h) => h.tanh();
        }

        public class Narrow : Encoder
        {
            protected override Tensor Block(Tensor h) => h.sin();
        }
        """);
}
