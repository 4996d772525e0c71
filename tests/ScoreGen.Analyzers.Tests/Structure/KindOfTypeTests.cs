using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Structure;

/// <summary>SCORE007: types that no part can be added to.</summary>
public class KindOfTypeTests
{
    [Theory, Fires("SCORE007")]
    [InlineData("file sealed partial class")]
    [InlineData("public abstract partial class")]
    [InlineData("internal abstract class")]
    public Task AClosedKind(string kind) => Verify.Diagnostics($$"""
        [ScoreDepth]
        {{kind}} {|SCORE007:Encoder|}() : Module<Tensor, Tensor>("encoder")
        {
            private Tensor Block(Tensor h) => h.tanh();
        }
        """);

    [Fact, Fires("SCORE007")]
    public Task AStaticClass() => Verify.Diagnostics("""
        [ScoreDepth]
        public static partial class {|SCORE007:Encoder|}
        {
            private static Tensor Block(Tensor h) => h.tanh();
        }
        """);

    [Fact, Fires("SCORE007")]
    public Task AClassInAFileLocalType() => Verify.Diagnostics("""
        file partial class {|SCORE007:Outer|}
        {
            [ScoreDepth]
            public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
            {
                private Tensor Block(Tensor h) => h.tanh();
            }
        }
        """);

    [Theory, NearMiss("SCORE007")]
    [InlineData("internal sealed partial class")]
    [InlineData("public partial class")]
    [InlineData("partial class")]
    public Task AnOpenKind(string kind) => Verify.Silent($$"""
        [ScoreDepth]
        {{kind}} Encoder() : Module<Tensor, Tensor>("encoder")
        {
            private Tensor Block(Tensor h) => h.tanh();
        }
        """);

    [Fact, NearMiss("SCORE007")]
    public Task AClassInAStaticOrAbstractOne() => Verify.Silent("""
        public static partial class Models
        {
            public abstract partial class Small
            {
                [ScoreDepth]
                public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
                {
                    private Tensor Block(Tensor h) => h.tanh();
                }
            }
        }
        """);
}
