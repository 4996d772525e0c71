using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Depth;

public class ChanceRangeTests
{
    private const string Block = "private Tensor Block(Tensor h) => down.call(up.call(h));";

    [Theory, Fires("SCORE116")]
    [InlineData("private readonly Linear gate = Linear(8, 8); [ScoreDt] private Tensor Gate(Tensor h, Tensor f) => gate.{|SCORE116:call(f)|};")]
    [InlineData("[ScoreDt] private Tensor Gate(Tensor h, Tensor f) { return (h + f).{|SCORE116:tanh()|}; }")]
    [InlineData("private readonly Linear gate = Linear(8, 8); [ScoreDt] private Tensor Gate(Tensor h, Tensor f) { var g = gate.call(f); return functional.{|SCORE116:relu(g)|}; }")]
    [InlineData("private readonly Linear stop = Linear(8, 1); [ScoreHalt] private Tensor Halt(Tensor h) => stop.call(h).{|SCORE116:exp()|}.squeeze(-1);")]
    [InlineData("private readonly Linear stop = Linear(8, 1); [ScoreHalt] private Tensor Halt(Tensor h) => stop.{|SCORE116:call(h)|}.squeeze(-1);")]
    [InlineData("[ScoreHalt] private readonly Linear {|SCORE116:halt|} = Linear(8, 1);")]
    public Task WhatGoesBeyond(string members) => Verify.Diagnostics(Encoder(Block + members));

    [Theory, NearMiss("SCORE116")]
    [InlineData("private readonly Linear gate = Linear(8, 8); [ScoreDt] private Tensor Gate(Tensor h, Tensor f) => gate.call(f).sigmoid();")]
    [InlineData("[ScoreDt] private Tensor Gate(Tensor h, Tensor f) => Squashed(h.tanh()); private static Tensor Squashed(Tensor x) => 0.5f + 0.5f * x;")]
    [InlineData("private readonly Linear gate = Linear(8, 8); [ScoreDt] private Tensor Gate(Tensor h, Tensor f) => functional.softplus(gate.call(f)).neg().exp();")]
    [InlineData("private readonly Linear gate = Linear(8, 8); [ScoreDt] private Tensor Gate(Tensor h, Tensor f) => functional.softplus(gate.call(f)).tanh();")]
    [InlineData("private readonly Linear gate = Linear(8, 8); [ScoreDt] private Tensor Gate(Tensor h, Tensor f) { var g = gate.call(f); g = g.sigmoid(); return g; }")]
    [InlineData("private readonly Linear gate = Linear(8, 8); [ScoreDt] private Tensor Gate(Tensor h, Tensor f) => gate.call(f).clamp(0, 1);")]
    [InlineData("private readonly Linear route = Linear(8, 1); [ScoreRoute] private Tensor Route(Tensor h) => route.call(h);")]
    [InlineData("[ScoreHalt] private readonly Sequential halt = Sequential(Linear(8, 1), Sigmoid());")]
    [InlineData("[ScoreDt] private (Tensor, Tensor) Gate(Tensor h, Tensor f) => (h.relu(), f.relu());")]
    public Task WhatStaysOrMayStay(string members) => Verify.Silent(Encoder(Block + members));
}
