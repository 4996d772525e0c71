using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Weights;

/// <summary>What a Sequential or a ModuleList holds once its constructor has run, however it was filled.</summary>
public class GroupContentsTests
{
    [Theory, NearMiss("SCORE303")]
    [InlineData("private readonly Sequential net = Sequential(Linear(8, 16));", "net.append(Linear(16, 8));")]
    [InlineData("private readonly Sequential net = Sequential(Linear(8, 16));", "net.append(\"b\", Linear(16, 8));")]
    [InlineData("private readonly Sequential net;", "var made = Sequential(Linear(8, 16)); made.append(Linear(16, 8)); net = made;")]
    [InlineData("private readonly Sequential net = Sequential(Linear(8, 16)); private static void Fill(Sequential s) => s.append(Linear(16, 8));", "Fill(net);")]
    [InlineData("private readonly Sequential net = Sequential(Linear(8, 16)); private static void Fill(Sequential s) => s.append(Linear(16, 8));", "Encoder.Fill(net);")]
    public Task AppendedLayersCount(string member, string constructor)
        => Verify.Silent(Encoder(member + " private Tensor Block(Tensor h) => net.call(h);", constructor), Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);

    [Theory, Fires("SCORE303"), Fires("SCORE301"), Fires("SCORE203")]
    [InlineData("net.append(Linear(8, 16)); net.append(Linear(16, 9));", "{|SCORE303:net.call(h)|}")]
    [InlineData("net.append(ReLU(true)); net.append(Linear(8, 8));", "net.{|SCORE301:call(h)|}")]
    [InlineData("for (var i = 0; i < 4; i++) { net.append(Linear(8, 8)); }", "net.{|SCORE203:call(h)|}")]
    public Task AndAreJudged(string constructor, string call)
        => Verify.Diagnostics(Encoder($"private readonly Sequential net = Sequential(); private Tensor Block(Tensor h) => {call};", constructor));

    [Theory, NearMiss("SCORE303")]
    [InlineData("s.Add(Linear(8, 8)); s.Insert(0, Linear(8, 16)); s.Insert(1, Linear(16, 8));", "s[1].call(s[0].call(h))")]
    [InlineData("s.Add(Linear(8, 16)); s.Add(Linear(16, 9)); s[1] = Linear(16, 8);", "s[1].call(s[0].call(h))")]
    [InlineData("s.Add(Linear(8, 9)); s.Clear(); s.Add(Linear(8, 8));", "s[0].call(h)")]
    [InlineData("s.Add(Linear(8, 9)); s.RemoveAt(0); s.Add(Linear(8, 8));", "s[0].call(h)")]
    public Task WhatIsRearrangedIsNotKnown(string constructor, string result)
        => Verify.Silent(Encoder($"private readonly ModuleList<Linear> s = new(); private Tensor Block(Tensor h) => {result};", constructor), Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);

    [Theory, NearMiss("SCORE205")]
    [InlineData("for (var i = 0; i < 2; i++) { var l = Linear(8, 8); ls.Add(l); m.Add(l); }")]
    [InlineData("ls.Add(Linear(8, 8)); foreach (var l in ls) { m.Add(l); }")]
    [InlineData("ls.Add(Linear(8, 8)); m.Add(ls[0]);")]
    [InlineData("ls.Add(Linear(8, 8)); ls.ForEach(m.Add);")]
    [InlineData("ls.Add(Linear(8, 8)); m = new ModuleList<Linear>(ls[0]);")]
    [InlineData("ls.Add(p = Linear(8, 8));")]
    public Task ElementsThatAreRegisteredOneByOne(string constructor)
        => Verify.Silent(
            Encoder("internal readonly List<Linear> ls = new(); internal ModuleList<Linear> m = new(); internal Linear? p; private Tensor Block(Tensor h) { foreach (var l in ls) { h = l.call(h); } return h; }", constructor),
            Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);

    [Theory, Fires("SCORE205")]
    [InlineData("for (var i = 0; i < 2; i++) { var l = Linear(8, 8); ls.Add(l); }")]
    [InlineData("ls.Add(Linear(8, 8)); foreach (var l in ls) { init.zeros_(l.weight); }")]
    [InlineData("ls.Add(Linear(8, 8)); m.Add(Linear(8, 8));")]
    public Task ElementsThatAreNot(string constructor)
        => Verify.Diagnostics(Encoder("internal readonly List<Linear> {|SCORE205:ls|} = new(); internal ModuleList<Linear> m = new(); private Tensor Block(Tensor h) { foreach (var l in ls) { h = l.call(h); } return h; }", constructor));

    private const string Layer = " private sealed class Layer : Module<Tensor, Tensor> { private readonly Linear mix = Linear(8, 8); private readonly BatchNorm1d norm = BatchNorm1d(8); public Layer() : base(\"layer\") => RegisterComponents(); public override Tensor forward(Tensor x) => ";

    /// <summary>A module for each step is a block like any other, but for what only shared weights do.</summary>
    [Theory, Fires("SCORE301"), Fires("SCORE303"), Fires("SCORE314"), NearMiss("SCORE305")]
    [InlineData("[ScoreBlock] private readonly ModuleList<Layer> {|SCORE314:layers|} = ModuleList(new Layer(), new Layer());" + Layer + "x + mix.call(norm.call(x)); }")]
    [InlineData("[ScoreBlock] private readonly ModuleList<Layer> layers = ModuleList(new Layer(), new Layer());" + Layer + "mix.call(norm.call(x.{|SCORE301:add_(1)|})); }")]
    [InlineData("[ScoreBlock] private readonly ModuleList<Linear> {|SCORE303:layers|} = ModuleList(Linear(8, 16), Linear(16, 8));")]
    [InlineData("[ScoreBlock] private readonly ModuleList<Layer> layers = ModuleList(new Layer(), new Layer());" + Layer + "mix.call(norm.call(x)); }")]
    public Task OneForEachStep(string members) => Verify.Diagnostics(Encoder(members, settings: "Steps = 2, Update = UpdateRule.Residual, Weights = WeightSharing.PerStep"));
}
