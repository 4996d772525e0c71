using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Structure;

/// <summary>SCORE008: a torch to call, and not too old a one.</summary>
public class TorchTests
{
    private const string OldTorch = """
        namespace TorchSharp
        {
            public static class torch
            {
                public class Tensor
                {
                    public Tensor tanh() => this;

                    public Tensor grad() => this;
                }

                public static class nn
                {
                    public abstract class Module<T, TResult>(string name)
                    {
                        public string Name { get; } = name;

                        public abstract TResult forward(T input);
                    }
                }
            }
        }
        """;

    [Theory, Fires("SCORE008")]
    [InlineData("[ScoreDepth] public sealed partial class {|SCORE008:Encoder|};")]
    [InlineData("public partial class Models { [ScoreDepth] private sealed partial class {|SCORE008:Encoder|}; }")]
    [InlineData("[ScoreDepth] public sealed class {|SCORE001:{|SCORE008:Encoder|}|};")]
    public Task NoTorch(string source) => Verify.DiagnosticsWithoutTorch(source);

    [Fact, Fires("SCORE008")]
    public Task AnOldTorch() => Verify.DiagnosticsWithoutTorch($$"""
        {{OldTorch}}

        [ScoreDepth]
        public sealed partial class {|SCORE008:Encoder|}() : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>("encoder")
        {
            private TorchSharp.torch.Tensor Block(TorchSharp.torch.Tensor h) => h.tanh();
        }
        """);

    [Fact, NearMiss("SCORE008")]
    public Task NoTorchAndNoDepth() => Verify.DiagnosticsWithoutTorch("public sealed partial class Encoder { void Block() { } }");

    [Fact, NearMiss("SCORE008")]
    public Task AnOldTorchAndNoDepth() => Verify.DiagnosticsWithoutTorch(OldTorch);

    [Fact, NearMiss("SCORE008")]
    public Task TheTorchOfThisProject() => Verify.Silent("""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            private Tensor Block(Tensor h) => h.tanh();
        }
        """);
}
