using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Structure;

/// <summary>SCORE009: the names that are ours.</summary>
public class NameTests
{
    [Theory, Fires("SCORE009")]
    [InlineData("public int {|SCORE009:Depth|} => 4;")]
    [InlineData("private Tensor[] {|SCORE009:States|} = [];")]
    [InlineData("public void {|SCORE009:Trace|}(string text) { }")]
    [InlineData("public enum {|SCORE009:ForwardSteps|} { One }")]
    public Task AMember(string member) => Verify.Diagnostics($$"""
        [ScoreDepth(Members = DepthMembers.All)]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            {{member}}

            private Tensor Block(Tensor h) => h.tanh();
        }
        """);

    [Theory, Fires("SCORE009")]
    [InlineData("{|SCORE009:Depth|}")]
    [InlineData("{|SCORE009:forward|}")]
    [InlineData("Encoder<{|SCORE009:States|}>")]
    public Task TheClassOrItsTypeParameter(string name) => Verify.Diagnostics($$"""
        [ScoreDepth(Members = DepthMembers.All)]
        public sealed partial class {{name}}() : Module<Tensor, Tensor>("encoder")
        {
            private Tensor Block(Tensor h) => h.tanh();
        }
        """);

    [Theory, NearMiss("SCORE009")]
    [InlineData("public void Trace(string text) { }")]
    [InlineData("private Tensor[] States = [];")]
    [InlineData("public enum ForwardUntil { Dawn }")]
    public Task ANameThatIsNotEmitted(string member) => Verify.Silent($$"""
        [ScoreDepth(Members = DepthMembers.Steps)]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            {{member}}

            private Tensor Block(Tensor h) => h.tanh();
        }
        """);

    [Theory, NearMiss("SCORE009")]
    [InlineData("public int depth => 4;")]
    [InlineData("private Tensor[] StatesSoFar = [];")]
    [InlineData("private int Weights, Evaluate, Advance;")]
    [InlineData("private void Print() { var Depth = 3; Console.WriteLine(Depth); }")]
    public Task AnotherName(string member) => Verify.Silent($$"""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            {{member}}

            private Tensor Block(Tensor h) => h.tanh();
        }
        """);

    [Fact, NearMiss("SCORE009")]
    public Task AMemberOfTheBase() => Verify.Silent("""
        public abstract class Measured() : Module<Tensor, Tensor>("measured")
        {
            public int Depth => 4;
        }

        [ScoreDepth]
        public sealed partial class Encoder : Measured
        {
            private Tensor Block(Tensor h) => h.tanh();
        }
        """);
}
