using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Generator.Tests;

/// <summary>
/// The generator reports whatever keeps a forward pass from being written. Where a part can be added it emits members that cannot run, so that no error
/// of the compiler's follows.
/// </summary>
public class DiagnosticTests
{
    private const string Body = ": Module<Tensor, Tensor> { public M() : base(\"M\") { } Tensor Block(Tensor h) => h; }";

    [Theory]
    [InlineData("[ScoreDepth] class {|SCORE001:M|} " + Body)]
    [InlineData("class {|SCORE001:Outer|} { [ScoreDepth] partial class M " + Body + " }")]
    [InlineData("[ScoreDepth] abstract partial class {|SCORE007:M|} " + Body)]
    [InlineData("[ScoreDepth] static partial class {|SCORE007:M|} { }")]
    [InlineData("[ScoreDepth] file partial class {|SCORE007:M|} " + Body)]
    [InlineData("[ScoreDepth] partial struct {|SCORE007:M|} { }")]
    [InlineData("[ScoreDepth] partial interface {|SCORE007:M|} { }")]
    [InlineData("[ScoreDepth] partial record struct {|SCORE007:M|} { }")]
    [InlineData("file partial class {|SCORE007:Outer|} { [ScoreDepth] partial class M " + Body + " }")]
    public Task Reports_where_no_part_can_be_added(string marked) => GeneratorTest.Refuses(UserProject.WithUsings(marked));

    [Fact]
    public Task Reports_a_missing_TorchSharp()
        => GeneratorTest.Refuses(UserProject.WithUsings("[ScoreDepth] partial class {|SCORE008:M|} { }").RemoveReferences(UserProject.Torch), "references none");

    [Fact]
    public Task Reports_a_TorchSharp_that_is_too_old()
    {
        var old = UserProject.Parse("namespace TorchSharp { public static class torch { public class Tensor { public Tensor grad() => this; } } }", "Old.cs");
        var compilation = UserProject.Compile(old, UserProject.Parse("[ScoreGen.ScoreDepth] partial class {|SCORE008:M|} { }")).RemoveReferences(UserProject.Torch);
        return GeneratorTest.Refuses(compilation, "references an older one");
    }

    public static TheoryData<string> Refused =>
    [
        "[ScoreDepth] partial class {|SCORE002:{|SCORE003:M|}|} { }",
        "[ScoreDepth] partial record {|SCORE002:{|SCORE003:M|}|} { }",
        "[ScoreDepth] partial class {|SCORE002:{|SCORE003:M|}|} : Module { public M() : base(\"M\") { } }",
        "[ScoreDepth] partial class {|SCORE002:{|SCORE003:M|}|} : Module<int, string> { public M() : base(\"M\") { } }",
        "[ScoreDepth] partial class {|SCORE002:M|} : Module<int, Tensor> { public M() : base(\"M\") { } Tensor Block(int h) => zeros(h); }",
        "[ScoreDepth] partial class {|SCORE002:{|SCORE003:M|}|} : Module<Tensor, string?> { public M() : base(\"M\") { } }",
        "[ScoreDepth] partial class {|SCORE002:M|} : Module<Tensor?, Tensor> { public M() : base(\"M\") { } Tensor Block(Tensor? h) => h!; }",
        "[ScoreDepth] partial class {|SCORE002:{|SCORE003:M|}|} : Module<Tensor, (Tensor, Tensor)> { public M() : base(\"M\") { } }",
        "[ScoreDepth] partial class {|SCORE002:{|SCORE003:M|}|} : Module<Tensor, Tensor, (Tensor, Tensor)?> { public M() : base(\"M\") { } }",
        "[ScoreDepth] partial class {|SCORE002:{|SCORE003:M|}|} : Module<Tensor, Tensor, (Tensor, int)> { public M() : base(\"M\") { } }",
        Class("", "{|SCORE003:M|}"),
        Class("int Block = 3; public int Get() => Block;", "{|SCORE003:M|}"),
        "class Root : Module<Tensor, Tensor> { public Root() : base(\"M\") { } [ScoreBlock] private Tensor F(Tensor h) => h; public override Tensor forward(Tensor h) => F(h); } [ScoreDepth] partial class {|SCORE003:M|} : Root { }",
        Class("Tensor {|SCORE004:Block|}(Tensor h) => h; Tensor {|SCORE004:Block|}(Tensor h, int i) => h;"),
        Class("[ScoreBlock] Tensor {|SCORE004:F|}(Tensor h) => h; [ScoreBlock] Tensor {|SCORE004:G|}(Tensor h) => h;"),
        Class("[ScoreBlock] static Tensor {|SCORE005:F|}(Tensor h) => h;"),
        Class("[ScoreBlock] Tensor {|SCORE005:F|}<T>(Tensor h) => h;"),
        Class("[ScoreBlock] async System.Threading.Tasks.Task<Tensor> {|SCORE005:F|}(Tensor h) { await System.Threading.Tasks.Task.Yield(); return h; }"),
        Class("[ScoreBlock] async void {|SCORE005:F|}(Tensor h) { await System.Threading.Tasks.Task.Yield(); }"),
        Class("Tensor state = null!; [ScoreBlock] ref Tensor {|SCORE005:F|}(Tensor h) => ref state;"),
        Class("[ScoreBlock] Tensor {|SCORE005:F|}(ref Tensor h) => h;"),
        Class("[ScoreBlock] Tensor {|SCORE005:F|}(in Tensor h) => h;"),
        Class("[ScoreBlock] Tensor {|SCORE005:F|}() => zeros(1);"),
        Class("[ScoreBlock] int {|SCORE005:F|}(Tensor h) => 1;"),
        Class("[ScoreBlock] Tensor {|SCORE005:F|}(int h) => zeros(h);"),
        Class("[ScoreBlock] Tensor {|SCORE005:F|}(Tensor h, int i) => h;"),
        Class("[ScoreBlock] Tensor {|SCORE005:F|}(Tensor h, [ScoreTime] int i) => h;"),
        Class("[ScoreBlock] Tensor {|SCORE005:F|}(Tensor h, [ScoreStep] double i) => h;"),
        Class("[ScoreBlock] Tensor {|SCORE005:F|}(Tensor h, [ScoreStage] long i) => h;"),
        Class("[ScoreBlock] Tensor {|SCORE005:F|}(Tensor h, __arglist) => h;"),
        Class("[ScoreBlock] Tensor {|SCORE005:this|}[int i] => zeros(i);"),
        Class("[ScoreBlock] Linear {|SCORE005:F|} { set { } }"),
        Class("[ScoreBlock] Func<Tensor, Tensor> {|SCORE005:F|} = h => h;"),
        Class("[ScoreBlock] ModuleList<Linear> {|SCORE005:F|} = new ModuleList<Linear>();"),
        Class("[ScoreBlock] Linear IHave.{|SCORE005:F|} => null!;").Replace(": Module<Tensor, Tensor>", ": Module<Tensor, Tensor>, IHave", StringComparison.Ordinal) + " interface IHave { Linear F { get; } }",
        Class("[ScoreBlock] Tensor IHave.{|SCORE005:F|}(Tensor h) => h;").Replace(": Module<Tensor, Tensor>", ": Module<Tensor, Tensor>, IHave", StringComparison.Ordinal) + " interface IHave { Tensor F(Tensor h); }",
        "[ScoreDepth] partial class M<T, U> : Module<Tensor, Tensor> where T : U where U : IDisposable { public M() : base(\"M\") { } [ScoreBlock] T {|SCORE005:f|} = default!; }",
        "[ScoreDepth] partial class M : Module<Tensor, Tensor, (Tensor, Tensor)> { public M() : base(\"M\") { } (Tensor?, Tensor) {|SCORE005:Block|}(Tensor a, Tensor b) => (a, b); }",
        Class("public override Tensor {|SCORE006:forward|}(Tensor h) => h; Tensor Block(Tensor h) => h;"),
        "class Root : Module<Tensor, Tensor> { public Root() : base(\"M\") { } public sealed override Tensor forward(Tensor h) => h; } [ScoreDepth] partial class {|SCORE006:M|} : Root { Tensor Block(Tensor h) => h; }",
        Class("int {|SCORE009:Depth|} => 1; Tensor Block(Tensor h) => h;"),
        Annotated("Members = DepthMembers.Trace").Replace("{ public", "{ void {|SCORE009:Trace|}() { } public", StringComparison.Ordinal),
        Annotated("Members = DepthMembers.States").Replace("{ public", "{ enum {|SCORE009:States|} { } public", StringComparison.Ordinal),
        "[ScoreDepth] partial class {|SCORE009:Depth|} : Module<Tensor, Tensor> { public Depth() : base(\"M\") { } Tensor Block(Tensor h) => h; }",
        "[ScoreDepth(Members = DepthMembers.All)] partial class M<{|SCORE009:States|}> : Module<Tensor, Tensor> { public M() : base(\"M\") { } Tensor Block(Tensor h) => h; }",
        Annotated("{|SCORE101:Members = (DepthMembers)1024|}"),
        Annotated("{|SCORE101:Steps = 0|}"),
        Annotated("{|SCORE101:Steps = 513|}"),
        Annotated("{|SCORE101:Steps = int.MinValue|}"),
        Annotated("Steps = 300, {|SCORE101:Cycles = 2|}"),
        Annotated("{|SCORE101:Cycles = int.MaxValue|}, {|SCORE101:Steps = int.MaxValue|}"),
        Annotated("{|SCORE101:Integrator = (Integrator)99|}"),
        Annotated("{|SCORE101:Update = (UpdateRule)(-1)|}"),
        Annotated("{|SCORE101:Weights = (WeightSharing)2|}"),
        "[{|SCORE101:ScoreDepth(Backprop = Backprop.Segments)|}] partial class M " + Body,
        Annotated("{|SCORE101:Backprop = (Backprop)9|}"),
        "[{|SCORE101:ScoreDepth(Backprop = Backprop.Truncated)|}] partial class M " + Body,
        Annotated("{|SCORE101:Lipschitz = double.NaN|}"),
        Annotated("{|SCORE101:Lipschitz = double.PositiveInfinity|}"),
        Annotated("{|SCORE101:Tolerance = -1|}"),
        Class("[ScoreBlock(Order = 1, Steps = 0)] Tensor {|SCORE101:F|}(Tensor h) => h; [ScoreBlock(Order = 2, Steps = int.MaxValue)] Tensor {|SCORE101:G|}(Tensor h) => h;"),
        Class("[ScoreBlock(Order = 1, Steps = 300)] Tensor F(Tensor h) => h; [ScoreBlock(Order = 2, Steps = 300)] Tensor G(Tensor h) => h;").Replace("[ScoreDepth]", "[{|SCORE101:ScoreDepth|}]", StringComparison.Ordinal),
        Class("[ScoreDt({|SCORE101:Per = (Per)7|})] readonly Parameter p = null!; Tensor Block(Tensor h) => h * p;"),
        Annotated("{|SCORE102:Dt = -0.5|}"),
        Annotated("{|SCORE102:Dt = double.NaN|}"),
        Annotated("{|SCORE102:Dt = double.PositiveInfinity|}"),
        Annotated("Steps = 2, {|SCORE102:DtSchedule = new[] { 1, 0.0 }|}"),
        Class("[ScoreDt({|SCORE102:Max = 0.1|})] readonly Parameter p = null!; Tensor Block(Tensor h) => h * p;"),
        Class("[ScoreDt] static readonly Parameter {|SCORE107:p|} = null!; Tensor Block(Tensor h) => h * p;"),
        Class("[ScoreDt] readonly Parameter p = null!; [ScoreDt] Tensor {|SCORE107:Gate|}(Tensor h, Tensor f) => f; Tensor Block(Tensor h) => h * p;"),
        Class("[ScoreStageWeights] readonly Tensor {|SCORE107:p|} = null!; Tensor Block(Tensor h) => h * p;"),
        Class("[ScoreStageWeights] Tensor {|SCORE107:Mix|}(Tensor a, Tensor b) => a; Tensor Block(Tensor h) => h;"),
        Class("[ScoreDt] Tensor {|SCORE115:Gate|}(Tensor h) => h; Tensor Block(Tensor h) => h;"),
        Class("[ScoreDt] Tensor {|SCORE115:Gate|}(Tensor h, Tensor f, Tensor mask) => h; Tensor Block(Tensor h) => h;"),
        Class("[ScoreDt] double {|SCORE115:Gate|}(Tensor h, Tensor f) => 1; Tensor Block(Tensor h) => h;"),
        Class("[ScoreDt] (Tensor, Tensor, Tensor) {|SCORE115:Gate|}(Tensor h, Tensor f) => (h, f, f); Tensor Block(Tensor h) => h;"),
        Class("[ScoreDt] Tensor {|SCORE115:Gate|}(int h, Tensor f) => f; Tensor Block(Tensor h) => h;"),
        Class("[ScoreDt] Tensor {|SCORE115:Gate|}<T>(Tensor h, Tensor f) => f; Tensor Block(Tensor h) => h;"),
        Class("[ScoreDt] Tensor {|SCORE115:Gate|}(ref Tensor h, Tensor f) => f; Tensor Block(Tensor h) => h;"),
        Class("[ScoreDt] Tensor {|SCORE115:Gate|}(Tensor h, Tensor f, [ScoreStage] int stage) => f; Tensor Block(Tensor h) => h;"),
        Class("[ScoreDt] Tensor {|SCORE115:Gate|}(Tensor h, Tensor f, [ScoreStep] double step) => f; Tensor Block(Tensor h) => h;"),
        Class("[ScoreHalt({|SCORE101:Threshold = 1.5|})] Tensor Halt(Tensor h) => h; Tensor Block(Tensor h) => h;"),
        Class("[ScoreHalt({|SCORE101:Threshold = double.NaN|})] Tensor Halt(Tensor h) => h; Tensor Block(Tensor h) => h;"),
        Class("[ScoreHalt({|SCORE101:Rule = (HaltRule)3|})] Tensor Halt(Tensor h) => h; Tensor Block(Tensor h) => h;"),
        Class("[ScoreHalt] Tensor {|SCORE107:Halt|}(Tensor h) => h; [ScoreExit] bool Settled(Tensor a, Tensor b) => true; Tensor Block(Tensor h) => h;"),
        Class("[ScoreHalt] bool {|SCORE115:Halt|}(Tensor h) => true; Tensor Block(Tensor h) => h;"),
        Class("[ScoreHalt] Tensor {|SCORE115:halt|} = null!; Tensor Block(Tensor h) => h;"),
        Class("[ScoreHalt] Module<Tensor, Tensor, Tensor> {|SCORE115:halt|} = null!; Tensor Block(Tensor h) => h;"),
        Class("int {|SCORE009:ForwardWithPonder|} => 1; [ScoreHalt] Tensor Halt(Tensor h) => h; Tensor Block(Tensor h) => h;"),
        Class("[ScoreRoute({|SCORE101:Choice = (RouteChoice)2|})] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;"),
        Class("[ScoreRoute({|SCORE101:Scale = 0|})] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;"),
        Class("[ScoreRoute({|SCORE101:Scale = double.PositiveInfinity|})] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;"),
        Class("[ScoreRoute({|SCORE101:Capacity = new[] { 1, 0.5 }|})] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;"),
        Class("[ScoreRoute({|SCORE101:Capacity = new[] { 1, 0.5, 0.6, 0.1 }|})] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;"),
        Class("[ScoreRoute({|SCORE101:Capacity = new[] { 1, 0.5, 0.5, 0 }|})] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;"),
        Class("[ScoreRoute({|SCORE101:Capacity = new[] { 1.5, 1, 1, 1 }|})] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;"),
        Class("[ScoreRoute({|SCORE101:Capacity = new[] { double.NaN, 1, 1, 1 }|})] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;"),
        Class("[ScoreRoute(Choice = RouteChoice.Token, {|SCORE107:Capacity = new[] { 1.0, 1, 1, 1 }|})] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;"),
        Class("[ScoreRoute] Tensor Route(Tensor h) => h; [ScoreRoute] Linear {|SCORE107:other|} = null!; Tensor Block(Tensor h) => h;"),
        Class("[ScoreRoute] Tensor {|SCORE107:Route|}(Tensor h) => h; [ScoreHalt] Tensor Halt(Tensor h) => h; Tensor Block(Tensor h) => h;"),
        Annotated("{|SCORE107:Members = DepthMembers.Energy|}").Replace("Tensor Block(", "[ScoreRoute] Tensor Route(Tensor h) => h; Tensor Block(", StringComparison.Ordinal),
        Annotated("{|SCORE107:Members = DepthMembers.Steps|}, Steps = 1").Replace("Tensor Block(", "[ScoreRoute] Tensor Route(Tensor h) => h; Tensor Block(", StringComparison.Ordinal),
        Class("[ScoreRoute] bool {|SCORE115:Route|}(Tensor h) => true; Tensor Block(Tensor h) => h;"),
        Class("[ScoreRoute] Linear {|SCORE115:this|}[int i] => null!; Tensor Block(Tensor h) => h;"),
        Class("[ScoreHalt] Linear {|SCORE115:Halt|} { set { } } Tensor Block(Tensor h) => h;"),
        Class("[ScoreRoute] Module<Tensor, Tensor, Tensor> {|SCORE115:route|} = null!; Tensor Block(Tensor h) => h;"),
        Class("[ScoreRoute] Tensor Route(Tensor h) => h; Tensor Block([ScorePerToken] Tensor {|SCORE115:h|}) => h;"),
        Class("[ScoreRoute] Tensor Route(Tensor h) => h; Tensor Block(Tensor h, [ScorePerToken, ScoreStep] int {|SCORE115:step|}) => h;"),
        Class("int {|SCORE009:ForwardWithRouting|} => 1; [ScoreRoute] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;"),
        Class("[ScoreExit] int {|SCORE115:Settled|}(Tensor a, Tensor b) => 1; Tensor Block(Tensor h) => h;"),
        Class("[ScoreExit] bool {|SCORE115:Settled|}(Tensor a) => true; Tensor Block(Tensor h) => h;"),
        Class("[ScoreExit] async System.Threading.Tasks.Task<bool> {|SCORE115:Settled|}(Tensor a, Tensor b) { await System.Threading.Tasks.Task.Yield(); return true; } Tensor Block(Tensor h) => h;"),
        Annotated("Steps = 2, {|SCORE105:DtSchedule = new[] { 1.0 }|}"),
        Annotated("Steps = 2, Dt = 0.5, {|SCORE105:DtSchedule = new[] { 1.0, 1 }|}"),
        Annotated("{|SCORE105:DtSchedule = new double[0]|}"),
        Annotated("{|SCORE107:Integrator = Integrator.ExponentialEuler|}, Update = UpdateRule.Residual"),
        Annotated("{|SCORE107:Weights = WeightSharing.PerStep|}"),
        Annotated("{|SCORE107:Members = DepthMembers.Steps|}").Replace("Tensor Block(Tensor h) => h;", "[ScoreBlock(Order = 1)] Tensor F(Tensor h) => h; [ScoreBlock(Order = 2)] Tensor G(Tensor h) => h;", StringComparison.Ordinal),
        Refusing("Tensor[]"),
        Refusing("(Tensor Scale, Tensor Shift)"),
        Refusing("List<Tensor>?"),
        Refusing("Dictionary<string, (int, Tensor)>"),
        Refusing("Held"),
        Refusing("List<Held[]>"),
        Annotated("{|SCORE107:Tolerance = 0.1|}, Cycles = 2"),
        Class("[ScoreDt] readonly int {|SCORE107:p|} = 3; Tensor Block(Tensor h) => h * p;"),
        Solved("[ScoreBlock] ModuleList<Linear> {|SCORE005:layers|} = null!;"),
        Solved("Tensor Block(Tensor h) => h; void {|SCORE009:Solve|}() { }"),
        Solved("Tensor Block(Tensor h) => h;", "{|SCORE101:MaxSteps = 0|}"),
        Solved("Tensor Block(Tensor h) => h;", "{|SCORE101:Memory = 0|}"),
        Solved("Tensor Block(Tensor h) => h;", "{|SCORE101:Tolerance = 0|}"),
        Solved("Tensor Block(Tensor h) => h;", "{|SCORE101:Tolerance = double.NaN|}"),
        Solved("Tensor Block(Tensor h) => h;", "{|SCORE101:Tolerance = double.PositiveInfinity|}"),
        Solved("Tensor Block(Tensor h) => h;", "{|SCORE101:Damping = 0|}"),
        Solved("Tensor Block(Tensor h) => h;", "{|SCORE101:Damping = 1.5|}"),
        Solved("Tensor Block(Tensor h) => h;", "{|SCORE101:GradientSteps = -1|}"),
        Solved("Tensor Block(Tensor h) => h;", "Gradient = EquilibriumGradient.Phantom, {|SCORE101:GradientSteps = 0|}"),
        Solved("Tensor Block(Tensor h) => h;", "{|SCORE101:Gradient = (EquilibriumGradient)3|}"),
        Solved("Tensor Block(Tensor h) => h;", "{|SCORE101:Solver = (FixedPointSolver)3|}"),
        Solved("Tensor Block(Tensor h) => h;", "{|SCORE101:OnDivergence = (OnDivergence)2|}"),
        Solved("Tensor Block(Tensor h) => h;", "{|SCORE101:Update = (UpdateRule)2|}"),
        Solved("Tensor Block(Tensor h) => h;", "{|SCORE101:Members = (DepthMembers)1024|}"),
        Solved("Tensor Block(Tensor h) => h;", "{|SCORE107:Members = DepthMembers.Trace | DepthMembers.Spectrum|}"),
        Solved("Tensor Block(Tensor h, [ScoreStep] int {|SCORE107:step|}) => h;"),
        Solved("Tensor Block(Tensor h, [ScoreTime] double {|SCORE107:time|}) => h;"),
        Solved("Tensor Block(Tensor h, [ScoreStage] int {|SCORE107:stage|}) => h;"),
        Solved("[ScoreBlock(Order = 1)] Tensor F(Tensor h) => h; [ScoreBlock(Order = 2)] Tensor {|SCORE107:G|}(Tensor h) => h;"),
        Solved("[ScoreBlock({|SCORE107:Steps = 3|})] Tensor F(Tensor h) => h;"),
        Solved("[ScoreDt] readonly Parameter {|SCORE107:p|} = null!; Tensor Block(Tensor h) => h * p;"),
        Solved("Tensor Block(Tensor h) => h;").Replace("[ScoreEquilibrium()]", "[ScoreDepth, {|SCORE107:ScoreEquilibrium()|}]", StringComparison.Ordinal),
        Solved("Tensor Block(Tensor h) => h;").Replace(")]", "), {|SCORE107:ScoreDepth|}]", StringComparison.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Emits_stubs_for_every_other_error(string marked)
    {
        var run = GeneratorRun.Of(await GeneratorTest.LeavesClean(UserProject.WithUsings(marked)));
        Assert.All(run.Result.Diagnostics, diagnostic => Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, diagnostic.Descriptor.CustomTags));
        var file = Assert.Single(run.Result.GeneratedSources).SourceText.ToString();
        var id = run.Result.Diagnostics[0].Id;
        Assert.Contains($"InvalidOperationException(\"{id}: ", file, StringComparison.Ordinal);
        Assert.DoesNotContain("SCORE", file.Replace(id, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class M : Module<Absent, Absent>", "Absent Block(Absent h) => h;")]
    [InlineData("class M : Module<Tensor, System.Absent[], Tensor>", "Tensor Block(Tensor h, object mask) => h;")]
    [InlineData("class M : Module<Tensor, System.Collections.Generic.List<Absent>, Tensor>", "Tensor Block(Tensor h, object mask) => h;")]
    public Task Says_nothing_beside_a_type_that_does_not_exist(string head, string block)
        => GeneratorTest.Refuses(UserProject.WithUsings($"[ScoreDepth] partial {head} {{ public M() : base(\"M\") {{ }} {block} }}"));

    [Fact]
    public void Leaves_a_block_with_a_type_that_does_not_exist_to_the_compiler()
    {
        var run = GeneratorRun.Of(UserProject.WithUsings(Class("Tensor Block(Tensor h, Absent mask) => h;"))).MustNotThrow();
        Assert.Empty(run.Result.Diagnostics);
        Assert.All(run.Errors(), error => Assert.Equal("CS0246", error.Id));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    [InlineData(LanguageVersion.CSharp8, "8.0")]
    public Task Refuses_a_language_that_is_older_than_emitted_code(LanguageVersion version, string text)
        => GeneratorTest.Refuses(UserProject.WithUsings("[ScoreDepth] partial class {|SCORE010:M|} " + Body, UserProject.Newest.WithLanguageVersion(version)), $"C# {text}");

    /// <summary>A parameter is a leaf, and gets its gradient wherever it is; a function holds nothing that can be seen.</summary>
    [Theory]
    [InlineData("Tensor?")]
    [InlineData("Parameter")]
    [InlineData("Linear")]
    [InlineData("Func<Tensor, Tensor>")]
    [InlineData("List<Linear>")]
    [InlineData("System.Threading.CancellationToken")]
    [InlineData("string[]")]
    [InlineData("DateTime?")]
    public Task A_context_without_tensors_inside_may_be_checkpointed(string context)
        => GeneratorTest.LeavesClean(UserProject.WithUsings(Checkpointed(context)));

    private static string Solved(string members, string settings = "")
        => $"[ScoreEquilibrium({settings})] partial class M : Module<Tensor, Tensor> {{ public M() : base(\"M\") {{ }} {members} }}";

    private static string Class(string members, string name = "M") => $"[ScoreDepth] partial class {name} : Module<Tensor, Tensor> {{ public M() : base(\"M\") {{ }} {members} }}";

    private static string Checkpointed(string context) => $$"""
        [ScoreDepth(Backprop = Backprop.Checkpoint)]
        partial class M : Module<Tensor, {{context}}, Tensor> { public M() : base("M") { } Tensor Block(Tensor h, {{context}} context) => h; }
        record Held(Tensor Scale, Held? Next);
        """;

    private static string Refusing(string context) => Checkpointed(context).Replace("Backprop = Backprop.Checkpoint", "{|SCORE107:Backprop = Backprop.Checkpoint|}", StringComparison.Ordinal);

    private static string Annotated(string settings) => $"[ScoreDepth({settings})] partial class M {Body}";
}
