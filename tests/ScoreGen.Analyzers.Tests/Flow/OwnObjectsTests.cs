using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Flow;

/// <summary>What a block puts into an object that it made itself ends with the evaluation; what it puts into any other does not.</summary>
public class OwnObjectsTests
{
    private const string Types = """

        public sealed class Moments { public Tensor? Mean { get; set; } public Tensor? Deviation { get; set; } public Moments? Next { get; set; } }
        public struct Pair { public Tensor First; public Tensor Second; }
        public sealed record Both { public Tensor? A { get; init; } public Tensor? B { get; init; } }
        """;

    [Theory, NearMiss("SCORE310"), NearMiss("SCORE311")]
    [InlineData("var s = new Moments { Mean = h.mean(), Deviation = h.std() }; h = (h - s.Mean!) / s.Deviation!;")]
    [InlineData("var s = new Moments(); s.Mean = h.mean(); s.Deviation = h; h = h - s.Mean;")]
    [InlineData("var s = new Moments { Next = new Moments { Mean = h } }; s.Next.Deviation = h.std(); h = h / s.Next.Deviation;")]
    [InlineData("Pair p; p.First = h; p.Second = h.tanh(); h = p.First + p.Second;")]
    [InlineData("(Tensor Mean, Tensor Deviation) s = default; s.Mean = h.mean(); s.Deviation = h.std(); h = h - s.Mean;")]
    [InlineData("var all = new List<Moments>(); all.Add(new Moments { Mean = h.mean() }); all[0].Deviation = h.std(); h = h - all[0].Mean!;")]
    [InlineData("var r = new Both { A = h }; var q = r with { B = h.tanh() }; h = h + q.B!;")]
    public Task WhatItMadeItself(string statements)
        => Verify.Silent(Encoder($"private Tensor Block(Tensor h) {{ {statements} return down.call(up.call(h)); }}") + Types, Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);

    [Theory, Fires("SCORE310"), Fires("SCORE311")]
    [InlineData("{|SCORE310:kept.Mean|} = h;")]
    [InlineData("kept.Deviation = {|SCORE311:h.std()|};")]
    [InlineData("var same = kept; {|SCORE310:same.Mean|} = h;")]
    [InlineData("{|SCORE310:all[0].Mean|} = h;")]
    [InlineData("{|SCORE310:pair.First|} = h;")]
    [InlineData("var s = kept.Mean is null ? kept : new Moments(); {|SCORE310:s.Mean|} = h;")]
    public Task WhatOutlivesIt(string statement)
        => Verify.Diagnostics(Encoder($"internal readonly Moments kept = new(); internal readonly List<Moments> all = new(); internal Pair pair; private Tensor Block(Tensor h) {{ {statement} return down.call(up.call(h)); }}") + Types);

    [Theory, Fires("SCORE301"), NearMiss("SCORE301")]
    [InlineData("var r = (A: h, B: h.clone()); r.B = h; r.B.{|SCORE301:add_(1)|};")]
    [InlineData("var r = (A: h, B: h); r.B = h.clone(); r.B.add_(1);")]
    public Task AnItemOfATuple(string statements)
        => Verify.Diagnostics(Encoder($"private Tensor Block(Tensor h) {{ {statements} return down.call(up.call(h)); }}"));
}
