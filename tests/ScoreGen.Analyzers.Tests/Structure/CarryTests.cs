using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Structure;

/// <summary>Memory that a block hands on.</summary>
public class CarryTests
{
    [Theory, NearMiss("SCORE005"), NearMiss("SCORE107")]
    [InlineData("(Tensor, Tensor) Block(Tensor h, [ScoreCarry] Tensor? memory) { var f = net.call(h).tanh(); return (f, memory is null ? f : f + memory); }", "")]
    [InlineData("(Tensor F, Tensor? Memory) Block([ScoreCarry] Tensor? memory, Tensor h) => (net.call(h).tanh(), memory);", "Integrator = ExponentialEuler, Backprop = Backprop.Truncated, BackpropSteps = 2, Members = DepthMembers.All")]
    public Task AMemory(string block, string settings) => Verify.Silent(Encoder(block, settings), from: Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);

    [Theory, Fires("SCORE005")]
    [InlineData("Tensor {|SCORE005:Block|}(Tensor h, [ScoreCarry] Tensor? memory) => h;")]
    [InlineData("(Tensor, Tensor, Tensor) {|SCORE005:Block|}(Tensor h, [ScoreCarry] Tensor? memory) => (h, h, h);")]
    [InlineData("(Tensor, int) {|SCORE005:Block|}(Tensor h, [ScoreCarry] Tensor? memory) => (h, 1);")]
    [InlineData("(Tensor, Tensor) {|SCORE005:Block|}(Tensor h, [ScoreCarry] Tensor memory) => (h, memory);")]
    [InlineData("(Tensor, Tensor) {|SCORE005:Block|}(Tensor h, [ScoreCarry] int memory) => (h, h);")]
    [InlineData("(Tensor, Tensor) {|SCORE005:Block|}(Tensor h, [ScoreCarry] Tensor? keys, [ScoreCarry] Tensor? values) => (h, h);")]
    public Task WhatCannotBeHandedOn(string block) => Verify.Diagnostics(Encoder(block, ""));

    [Theory, Fires("SCORE107")]
    [InlineData("(Tensor, Tensor) Block(Tensor h, [ScoreCarry] Tensor? {|SCORE107:memory|}) => (net.call(h).tanh(), h);", "{|SCORE106:Integrator = Heun|}")]
    [InlineData("(Tensor, Tensor) Block(Tensor h, [ScoreCarry] Tensor? memory) => (net.call(h).tanh(), h);", "{|SCORE107:Members = DepthMembers.Spectrum|}")]
    public Task WhatAMemoryExcludes(string block, string settings) => Verify.Diagnostics(Encoder(block, settings));

    [Fact, Fires("SCORE115")]
    public Task OnAMethodThatSteers()
        => Verify.Diagnostics(Encoder("Tensor Block(Tensor h) => net.call(h).tanh(); [ScoreExit] private bool {|SCORE115:Settled|}(Tensor before, Tensor after, [ScoreCarry] Tensor? memory) => true;", ""));

    [Fact]
    public async Task TheMessageSaysWhatToReturn()
        => Assert.Equal(
            ["SCORE005: The block 'Block' does not fit 'Encoder': it returns Tensor; it must return a Tensor, and then 'memory' as the next step is to have it, all in one tuple"],
            await Verify.Messages(Encoder("Tensor Block(Tensor h, [ScoreCarry] Tensor? memory) => h;", "")));

    private static string Encoder(string block, string settings) => $$"""
        [ScoreDepth({{settings}})]
        public sealed partial class Encoder : Module<Tensor, Tensor>
        {
            private readonly Linear net = Linear(8, 8);

            public Encoder() : base("encoder") => RegisterComponents();

            private {{block}}
        }
        """;
}
