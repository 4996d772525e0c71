using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Weights;

public class IdleWeightsTests
{
    private const string Block = "private readonly Linear layer = Linear(8, 8); private Tensor Block(Tensor h) => layer.call(h).relu(); ";

    [Theory, Fires("SCORE208")]
    [InlineData("private readonly Linear {|SCORE208:embed|} = Linear(8, 8), {|SCORE208:head|} = Linear(8, 1);")]
    [InlineData("private Parameter {|SCORE208:scale|} = Parameter(ones(8));")]
    [InlineData("private Sequential {|SCORE208:Head|} { get; } = Sequential(Linear(8, 8), ReLU());")]
    public Task BesideTheBlock(string members) => Verify.Diagnostics(Encoder(Block + members));

    [Theory, Fires("SCORE208")]
    [InlineData("head = Linear(8, 1);")]
    [InlineData("this.head = Linear(8, 1);")]
    [InlineData("(head, _) = (Linear(8, 1), 0);")]
    [InlineData("head = Linear(8, 1); init.zeros_(head.weight); head.to(CPU);")]
    [InlineData("head = Linear(8, 1); register_module(nameof(head), head);")]
    public Task MadeInTheConstructor(string statements) => Verify.Diagnostics(Class($"private readonly Linear {{|SCORE208:head|}}; public Encoder() : base(\"encoder\") {{ {statements} RegisterComponents(); }} " + Block));

    [Theory, NearMiss("SCORE208")]
    [InlineData("private readonly Linear head = Linear(8, 1); public Tensor Read(Tensor h) => head.call(call(h));")]
    [InlineData("public readonly Linear head = Linear(8, 1);")]
    [InlineData("internal Linear Head { get; } = Linear(8, 1);")]
    [InlineData("private readonly Linear head = Linear(8, 1); private Linear Head => head; public long Width => Head.weight.shape[0];")]
    [InlineData("private static readonly Linear head = Linear(8, 1);")]
    [InlineData("[ScoreDt(Max = 0.5)] private readonly Parameter dt = Parameter(zeros(1));")]
    [InlineData("private readonly int head = 1;")]
    public Task ReadSomewhere(string members) => Verify.Silent(Encoder(Block + members));

    [Theory, NearMiss("SCORE208")]
    [InlineData("inner = Linear(8, 8); net = Sequential(inner, ReLU());")]
    [InlineData("inner = Linear(8, 8); run = x => inner.call(x); net = Sequential(Linear(8, 8));")]
    public Task HandedOnInTheConstructor(string statements) => Verify.Silent(Class($"private readonly Linear inner; private readonly Sequential net; private readonly Func<Tensor, Tensor>? run; public Encoder() : base(\"encoder\") {{ {statements} RegisterComponents(); }} private Tensor Block(Tensor h) => net.call(run is null ? h : run(h));"));

    [Theory, NearMiss("SCORE208")]
    [InlineData("private readonly Sequential all = Sequential();", "foreach (var l in ls) { all.append(l); }")]
    [InlineData("private readonly Sequential all;", "all = Sequential(ls);")]
    [InlineData("private readonly Sequential all;", "all = Sequential(ls.Select((l, i) => ($\"l{i}\", (Module<Tensor, Tensor>)l)));")]
    public Task ASequentialThatRegistersWhatAnArrayHolds(string member, string statements)
        => Verify.Silent(Class($"private readonly Linear[] ls = [Linear(8, 8), Linear(8, 8)]; {member} public Encoder() : base(\"encoder\") {{ {statements} RegisterComponents(); }} private Tensor Block(Tensor h) {{ foreach (var l in ls) {{ h = l.call(h).relu(); }} return h; }}"));

    private static string Class(string members) => "[ScoreDepth] public sealed partial class Encoder : Module<Tensor, Tensor> { " + members + " }";
}
