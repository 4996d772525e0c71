using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Structure;

/// <summary>SCORE002: the state enters first and leaves as the result.</summary>
public class ModuleTests
{
    [Theory, Fires("SCORE002")]
    [InlineData("() : Module<int, Tensor>(\"m\")")]
    [InlineData("() : Module<Tensor, int>(\"m\")")]
    [InlineData("() : Module<Tensor, (Tensor, Tensor)>(\"m\")")]
    [InlineData("() : Module(\"m\")")]
    [InlineData(" : object")]
    [InlineData("")]
    public Task NoModuleOfTensors(string shape) => Verify.Diagnostics($$"""
        [ScoreDepth]
        public sealed partial class {|SCORE002:Encoder|}{{shape}}
        {
            private Tensor Block(Tensor h) => h.tanh();
        }
        """);

    [Fact, NearMiss("SCORE002")]
    public Task ContextOfAnyType() => Verify.Silent("""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, int, (Tensor, Tensor), Tensor>("encoder")
        {
            private Tensor Block(Tensor h, int times, (Tensor Mask, Tensor Bias) context) => h * times * context.Mask + context.Bias;
        }
        """);

    [Fact, NearMiss("SCORE002")]
    public Task AModuleThroughABase() => Verify.Silent("""
        public abstract class Named<T>(string name) : Module<T, Tensor>(name);

        [ScoreDepth]
        public sealed partial class Encoder() : Named<Tensor>("encoder")
        {
            private Tensor Block(Tensor h) => h.tanh();
        }
        """);

    [Fact, NearMiss("SCORE002")]
    public Task AnotherShapeWithoutDepth() => Verify.Silent("""
        public sealed class Sizes() : Module<int, Tensor>("sizes")
        {
            public override Tensor forward(int size) => zeros(size);
        }
        """);
}
