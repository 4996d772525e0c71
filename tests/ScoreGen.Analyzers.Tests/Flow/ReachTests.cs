using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Flow;

/// <summary>The code that a block runs is found wherever it is written.</summary>
public class ReachTests
{
    private const string Plain = " private Tensor Block(Tensor h) => down.call(up.call(h));";

    [Theory]
    [InlineData("[ScoreBlock] private partial Tensor Step(Tensor h);", "private partial Tensor Step(Tensor x) => down.call(up.call(x.{|SCORE301:relu_()|}));")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(Clean(h))); private static partial Tensor Clean(Tensor x);", "private static partial Tensor Clean(Tensor y) => y.{|SCORE301:relu_()|};")]
    [InlineData("private Tensor Block(Tensor h) { last = h; return down.call(up.call(Last)); } private Tensor? last; private partial Tensor Last { get; }", "private partial Tensor Last => last!.{|SCORE301:relu_()|};")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(this[h])); private partial Tensor this[Tensor x] { get; }", "private partial Tensor this[Tensor y] { get { return y.{|SCORE301:relu_()|}; } }")]
    [InlineData("private Tensor Block(Tensor h) { Mask = h; return down.call(up.call(h)); } private partial Tensor Mask { get; set; }", "private Tensor? kept; private partial Tensor Mask { get => kept!; set => {|SCORE310:kept|} = value.{|SCORE301:relu_()|}; }")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(Later(h))); private partial Tensor Later(Tensor x);", "private partial Tensor Later(Tensor y) { return Inner(); Tensor Inner() => y.{|SCORE301:relu_()|}; }")]
    public Task PartialMembers(string first, string second) => Verify.Diagnostics(
        Encoder(first) + $"\npublic sealed partial class Encoder\n{{\n    {second}\n}}\n");

    [Theory]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(h.Clean()));", "public static Tensor Clean(this Tensor t) => t.{|SCORE301:relu_()|};")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(X.Clean(h)));", "public static Tensor Clean(this Tensor t) => t.{|SCORE301:relu_()|};")]
    [InlineData("private Tensor Block(Tensor h) { Func<Tensor> clean = h.Clean; return down.call(up.call(clean())); }", "public static Tensor Clean(this Tensor t) => t.{|SCORE301:relu_()|};")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(new[] { h }.Select(X.Clean).First()));", "public static Tensor Clean(this Tensor t) => t.{|SCORE301:relu_()|};")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call(-new Held(h)));", "}\npublic readonly record struct Held(Tensor Of) { public static Tensor operator -(Held held) => held.Of; public static implicit operator Tensor(Held held) => held.Of;")]
    [InlineData("private Tensor Block(Tensor h) { Held held = h; return down.call(up.call(held.Of)); }", "}\npublic readonly record struct Held(Tensor Of) { public static implicit operator Held(Tensor t) => new(t.{|SCORE301:relu_()|});")]
    [InlineData("private Tensor Block(Tensor h) => down.call(up.call((new Held(h) + h).Of));", "}\npublic readonly record struct Held(Tensor Of) { public static Held operator +(Held held, Tensor t) => new(t.{|SCORE301:relu_()|});")]
    [InlineData("private Tensor Block(Tensor h) { var held = new Held(zeros(1)); held += h; return down.call(up.call(held.Of)); }", "}\npublic readonly record struct Held(Tensor Of) { public static Held operator +(Held held, Tensor t) => new(t.{|SCORE301:relu_()|});")]
    public Task ExtensionsAndOperators(string members, string extensions) => Verify.Diagnostics(Encoder(members) + $"\npublic static class X\n{{\n    {extensions}\n}}\n");

    [Theory]
    [InlineData("protected override Tensor Clean(Tensor x) => x.{|SCORE301:relu_()|}; private Tensor Block(Tensor h) => down.call(up.call(Clean(h)));")]
    [InlineData("protected override Tensor Clean(Tensor x) => x.{|SCORE301:relu_()|}; private Tensor Block(Tensor h) => down.call(up.call(Cleaner(h)));")]
    [InlineData("protected override Tensor Clean(Tensor x) => x.relu_(); private Tensor Block(Tensor h) => down.call(up.call(base.Clean(h)));")]
    [InlineData("protected override Tensor Shown => last!.{|SCORE301:relu_()|}; private Tensor Block(Tensor h) { {|SCORE310:last|} = h; return down.call(up.call(Shown)); }")]
    public Task WhatADerivedClassOverrides(string members) => Verify.Diagnostics(
        """
        public abstract class Cleaning(string name) : Module<Tensor, Tensor>(name)
        {
            protected Tensor? last;
            protected virtual Tensor Shown => last!;
            protected virtual Tensor Clean(Tensor x) => x;
            protected Tensor Cleaner(Tensor x) => Clean(x);
        }

        """ + Encoder(members).Replace(": Module<Tensor, Tensor>", ": Cleaning", StringComparison.Ordinal));

    [Theory]
    [InlineData("private Linear? late; private Linear Late => late ??= {|SCORE205:Linear(8, 8)|}; private Tensor Block(Tensor h) => Late.call(h);")]
    [InlineData("private Linear? late; private Linear Late { get { late ??= {|SCORE205:Linear(8, 8)|}; return late; } } private Tensor Block(Tensor h) => Late.call(h);")]
    [InlineData("private Linear? late; private Linear Late { get { if (late != null) { return late; } return late = {|SCORE205:Linear(8, 8)|}; } } private Tensor Block(Tensor h) => Late.call(h);")]
    [InlineData("private Linear? late; private Linear Late() => late ??= {|SCORE205:Make()|}; private Linear Make() => Linear(8, 8); private Tensor Block(Tensor h) => Late().call(h);")]
    [InlineData("private Sequential? late; private Sequential Late => late ??= {|SCORE205:Sequential(Linear(8, 8), GELU(), Linear(8, 8))|}; private Tensor Block(Tensor h) => Late.call(h);")]
    [InlineData("private Linear? late; [ScoreBlock] private Linear Late => late ??= {|SCORE205:Linear(8, 8)|};")]
    [InlineData("private Linear? late; [ScoreBlock] private Linear Late { get { return late ??= {|SCORE205:Linear(8, 8)|}; } }")]
    [InlineData("private Linear? late; private Linear Late => late is { } made ? made : late = {|SCORE205:Linear(8, 8)|}; private Tensor Block(Tensor h) => Late.call(h);")]
    [InlineData("private bool made; private Linear? late; private Tensor Block(Tensor h) { if (!made) { var fresh = Linear(8, 8); late = fresh; made = true; } return late!.call(h); }")]
    public Task MadeLate(string members) => Verify.Diagnostics(Encoder(members));

    [Theory]
    [InlineData("private Linear Fresh => {|SCORE202:Linear(8, 8)|}; private Tensor Block(Tensor h) => Fresh.call(h);")]
    [InlineData("[ScoreBlock] private Linear Fresh => {|SCORE202:Linear(8, 8)|};")]
    [InlineData("private Linear? late; private Linear Late => {|SCORE202:late = Linear(8, 8)|}; private Tensor Block(Tensor h) => Late.call(h);")]
    public Task MadeAgainAndAgain(string members) => Verify.Diagnostics(Encoder(members.Replace("{|SCORE202:late = Linear(8, 8)|}", "late = {|SCORE202:Linear(8, 8)|}", StringComparison.Ordinal)));

    [Theory]
    [InlineData("private readonly Linear mix; private Linear Mix => mix; private Tensor Block(Tensor h) => Mix.call(h);", "mix = Linear(8, 8);")]
    [InlineData("private Linear mix = null!; private void Build() => mix = Linear(8, 8); private Tensor Block(Tensor h) => mix.call(h);", "Build();")]
    [InlineData("private Linear Mix { get; set; } = null!; private void Build() { if (Mix is null) { Mix = Linear(8, 8); } }" + Plain, "Build();")]
    [InlineData("internal Linear mix = null!; private Linear Mix { set => mix = value; }" + Plain, "Mix = Linear(8, 8);")]
    [InlineData("internal Linear mix = null!;" + Plain, "Make(); void Make() { mix = Linear(8, 8); }")]
    [InlineData("internal Linear mix = null!;" + Plain, "Action make = () => mix = Linear(8, 8); make();")]
    [InlineData("[ScoreBlock] private Linear Mix { get; } = Linear(8, 8);", "")]
    public Task MadeInTime(string members, string constructor) => Verify.Silent(Encoder(members, constructor));
}
