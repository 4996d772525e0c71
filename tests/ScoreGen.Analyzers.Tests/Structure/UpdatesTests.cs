using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Structure;

/// <summary>Blocks that move one part of the state.</summary>
public class UpdatesTests
{
    [Theory, NearMiss("SCORE005"), NearMiss("SCORE101"), NearMiss("SCORE107")]
    [InlineData("[ScoreBlock(Order = 1, Updates = 1)] private Tensor A(Tensor y, Tensor z) => net.call(y + z).tanh(); [ScoreBlock(Order = 2, Updates = 0)] private Tensor B(Tensor y, Tensor z) => net.call(z).tanh();")]
    [InlineData("[ScoreBlock(Updates = -1)] private (Tensor, Tensor) A(Tensor y, Tensor z) => (net.call(z), net.call(y));")]
    public Task APartThatThereIs(string blocks) => Verify.Silent(Reasoner(blocks));

    /// <summary>The other part is no skip of the one that moves.</summary>
    [Theory, NearMiss("SCORE308")]
    [InlineData("[ScoreBlock(Updates = 1)] private Tensor A(Tensor y, Tensor z) => y + net.call(z).tanh();")]
    public Task TheOtherPartIsNoSkip(string blocks) => Verify.Silent(Reasoner(blocks));

    [Theory, Fires("SCORE005")]
    [InlineData("[ScoreBlock(Updates = 1)] private (Tensor, Tensor) {|SCORE005:A|}(Tensor y, Tensor z) => (y, z);")]
    [InlineData("[ScoreBlock] private Tensor {|SCORE005:A|}(Tensor y, Tensor z) => z;")]
    [InlineData("[ScoreBlock(Updates = 1)] private Tensor {|SCORE005:A|}(Tensor z) => z;")]
    public Task AnotherResult(string blocks) => Verify.Diagnostics(Reasoner(blocks));

    [Theory, Fires("SCORE101")]
    [InlineData("[ScoreBlock({|SCORE101:Updates = 2|})] private Tensor A(Tensor y, Tensor z) => z;")]
    [InlineData("[ScoreBlock({|SCORE101:Updates = -2|})] private Tensor A(Tensor y, Tensor z) => z;")]
    public Task APartThatThereIsNot(string blocks) => Verify.Diagnostics(Reasoner(blocks));

    [Theory, Fires("SCORE107")]
    [InlineData("[ScoreBlock(Updates = 1)] private Tensor A(Tensor y, Tensor z) => z.tanh(); [ScoreDt] private Tensor {|SCORE107:Gate|}(Tensor y, Tensor z, Tensor fy, Tensor fz) => fz;")]
    public Task WhatTakesTheValuesOfAllParts(string blocks) => Verify.Diagnostics(Reasoner(blocks));

    [Fact, Fires("SCORE107")]
    public Task AStateOfOneTensor() => Verify.Diagnostics("""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            [ScoreBlock({|SCORE107:Updates = 0|})]
            private Tensor A(Tensor h) => h.tanh();
        }
        """);

    [Fact, Fires("SCORE107")]
    public Task AnEquilibrium() => Verify.Diagnostics("""
        [ScoreEquilibrium]
        public sealed partial class Encoder() : Module<Tensor, Tensor, (Tensor, Tensor)>("encoder")
        {
            [ScoreBlock({|SCORE107:Updates = 0|})]
            private Tensor A(Tensor y, Tensor z) => z.tanh();
        }
        """);

    private static string Reasoner(string blocks) => $$"""
        [ScoreDepth]
        public sealed partial class Reasoner : Module<Tensor, Tensor, (Tensor, Tensor)>
        {
            internal readonly Linear net = Linear(8, 8);

            public Reasoner() : base("reasoner") => RegisterComponents();

            {{blocks}}
        }
        """;
}
