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

    public static TheoryData<string, string> Refused => new()
    {
        { "SCORE002", "[ScoreDepth] partial class M { }" },
        { "SCORE002", "[ScoreDepth] partial record M { }" },
        { "SCORE002", "[ScoreDepth] partial class M : Module { public M() : base(\"M\") { } }" },
        { "SCORE002", "[ScoreDepth] partial class M : Module<int, string> { public M() : base(\"M\") { } }" },
        { "SCORE002", "[ScoreDepth] partial class M : Module<int, Tensor> { public M() : base(\"M\") { } Tensor Block(int h) => zeros(h); }" },
        { "SCORE002", "[ScoreDepth] partial class M : Module<Tensor, string?> { public M() : base(\"M\") { } }" },
        { "SCORE002", "[ScoreDepth] partial class M : Module<Tensor?, Tensor> { public M() : base(\"M\") { } Tensor Block(Tensor? h) => h!; }" },
        { "SCORE002", "[ScoreDepth] partial class M : Module<Tensor, (Tensor, Tensor)> { public M() : base(\"M\") { } }" },
        { "SCORE002", "[ScoreDepth] partial class M : Module<Tensor, Tensor, (Tensor, Tensor)?> { public M() : base(\"M\") { } }" },
        { "SCORE002", "[ScoreDepth] partial class M : Module<Tensor, Tensor, (Tensor, int)> { public M() : base(\"M\") { } }" },
        { "SCORE003", Class("") },
        { "SCORE003", Class("int Block = 3; public int Get() => Block;") },
        { "SCORE003", "class Root : Module<Tensor, Tensor> { public Root() : base(\"M\") { } [ScoreBlock] private Tensor F(Tensor h) => h; public override Tensor forward(Tensor h) => F(h); } [ScoreDepth] partial class M : Root { }" },
        { "SCORE004", Class("Tensor Block(Tensor h) => h; Tensor Block(Tensor h, int i) => h;") },
        { "SCORE004", Class("[ScoreBlock] Tensor F(Tensor h) => h; [ScoreBlock] Tensor G(Tensor h) => h;") },
        { "SCORE005", Class("[ScoreBlock] static Tensor F(Tensor h) => h;") },
        { "SCORE005", Class("[ScoreBlock] Tensor F<T>(Tensor h) => h;") },
        { "SCORE005", Class("[ScoreBlock] async System.Threading.Tasks.Task<Tensor> F(Tensor h) { await System.Threading.Tasks.Task.Yield(); return h; }") },
        { "SCORE005", Class("[ScoreBlock] async void F(Tensor h) { await System.Threading.Tasks.Task.Yield(); }") },
        { "SCORE005", Class("Tensor state = null!; [ScoreBlock] ref Tensor F(Tensor h) => ref state;") },
        { "SCORE005", Class("[ScoreBlock] Tensor F(ref Tensor h) => h;") },
        { "SCORE005", Class("[ScoreBlock] Tensor F(in Tensor h) => h;") },
        { "SCORE005", Class("[ScoreBlock] Tensor F() => zeros(1);") },
        { "SCORE005", Class("[ScoreBlock] int F(Tensor h) => 1;") },
        { "SCORE005", Class("[ScoreBlock] Tensor F(int h) => zeros(h);") },
        { "SCORE005", Class("[ScoreBlock] Tensor F(Tensor h, int i) => h;") },
        { "SCORE005", Class("[ScoreBlock] Tensor F(Tensor h, [ScoreTime] int i) => h;") },
        { "SCORE005", Class("[ScoreBlock] Tensor F(Tensor h, [ScoreStep] double i) => h;") },
        { "SCORE005", Class("[ScoreBlock] Tensor F(Tensor h, [ScoreStage] long i) => h;") },
        { "SCORE005", Class("[ScoreBlock] Tensor F(Tensor h, __arglist) => h;") },
        { "SCORE005", Class("[ScoreBlock] Tensor this[int i] => zeros(i);") },
        { "SCORE005", Class("[ScoreBlock] Linear F { set { } }") },
        { "SCORE005", Class("[ScoreBlock] Func<Tensor, Tensor> F = h => h;") },
        { "SCORE005", Class("[ScoreBlock] ModuleList<Linear> F = new ModuleList<Linear>();") },
        { "SCORE005", Class("[ScoreBlock] Linear IHave.F => null!;").Replace(": Module<Tensor, Tensor>", ": Module<Tensor, Tensor>, IHave", StringComparison.Ordinal) + " interface IHave { Linear F { get; } }" },
        { "SCORE005", Class("[ScoreBlock] Tensor IHave.F(Tensor h) => h;").Replace(": Module<Tensor, Tensor>", ": Module<Tensor, Tensor>, IHave", StringComparison.Ordinal) + " interface IHave { Tensor F(Tensor h); }" },
        { "SCORE005", "[ScoreDepth] partial class M<T, U> : Module<Tensor, Tensor> where T : U where U : IDisposable { public M() : base(\"M\") { } [ScoreBlock] T f = default!; }" },
        { "SCORE005", "[ScoreDepth] partial class M : Module<Tensor, Tensor, (Tensor, Tensor)> { public M() : base(\"M\") { } (Tensor?, Tensor) Block(Tensor a, Tensor b) => (a, b); }" },
        { "SCORE006", Class("public override Tensor forward(Tensor h) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE006", "class Root : Module<Tensor, Tensor> { public Root() : base(\"M\") { } public sealed override Tensor forward(Tensor h) => h; } [ScoreDepth] partial class M : Root { Tensor Block(Tensor h) => h; }" },
        { "SCORE009", Class("int Depth => 1; Tensor Block(Tensor h) => h;") },
        { "SCORE009", Annotated("Members = DepthMembers.Trace").Replace("{ public", "{ void Trace() { } public", StringComparison.Ordinal) },
        { "SCORE009", Annotated("Members = DepthMembers.States").Replace("{ public", "{ enum States { } public", StringComparison.Ordinal) },
        { "SCORE009", "[ScoreDepth] partial class Depth : Module<Tensor, Tensor> { public Depth() : base(\"M\") { } Tensor Block(Tensor h) => h; }" },
        { "SCORE009", "[ScoreDepth(Members = DepthMembers.All)] partial class M<States> : Module<Tensor, Tensor> { public M() : base(\"M\") { } Tensor Block(Tensor h) => h; }" },
        { "SCORE101", Annotated("Members = (DepthMembers)1024") },
        { "SCORE101", Annotated("Steps = 0") },
        { "SCORE101", Annotated("Steps = 513") },
        { "SCORE101", Annotated("Steps = int.MinValue") },
        { "SCORE101", Annotated("Steps = 300, Cycles = 2") },
        { "SCORE101", Annotated("Cycles = int.MaxValue, Steps = int.MaxValue") },
        { "SCORE101", Annotated("Integrator = (Integrator)99") },
        { "SCORE101", Annotated("Update = (UpdateRule)(-1)") },
        { "SCORE101", Annotated("Weights = (WeightSharing)2") },
        { "SCORE101", Annotated("Backprop = (Backprop)3") },
        { "SCORE101", Annotated("Backprop = Backprop.Truncated") },
        { "SCORE101", Annotated("Lipschitz = double.NaN") },
        { "SCORE101", Annotated("Lipschitz = double.PositiveInfinity") },
        { "SCORE101", Annotated("Tolerance = -1") },
        { "SCORE101", Class("[ScoreBlock(Order = 1, Steps = 0)] Tensor F(Tensor h) => h; [ScoreBlock(Order = 2, Steps = int.MaxValue)] Tensor G(Tensor h) => h;") },
        { "SCORE101", Class("[ScoreDt(Per = (Per)7)] readonly Parameter p = null!; Tensor Block(Tensor h) => h * p;") },
        { "SCORE102", Annotated("Dt = -0.5") },
        { "SCORE102", Annotated("Dt = double.NaN") },
        { "SCORE102", Annotated("Dt = double.PositiveInfinity") },
        { "SCORE102", Annotated("Steps = 2, DtSchedule = new[] { 1, 0.0 }") },
        { "SCORE102", Class("[ScoreDt(Max = 0.1)] readonly Parameter p = null!; Tensor Block(Tensor h) => h * p;") },
        { "SCORE107", Class("[ScoreDt] static readonly Parameter p = null!; Tensor Block(Tensor h) => h * p;") },
        { "SCORE107", Class("[ScoreDt] readonly Parameter p = null!; [ScoreDt] Tensor Gate(Tensor h, Tensor f) => f; Tensor Block(Tensor h) => h * p;") },
        { "SCORE107", Class("[ScoreStageWeights] readonly Tensor p = null!; Tensor Block(Tensor h) => h * p;") },
        { "SCORE107", Class("[ScoreStageWeights] Tensor Mix(Tensor a, Tensor b) => a; Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreDt] Tensor Gate(Tensor h) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreDt] Tensor Gate(Tensor h, Tensor f, Tensor mask) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreDt] double Gate(Tensor h, Tensor f) => 1; Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreDt] (Tensor, Tensor, Tensor) Gate(Tensor h, Tensor f) => (h, f, f); Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreDt] Tensor Gate(int h, Tensor f) => f; Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreDt] Tensor Gate<T>(Tensor h, Tensor f) => f; Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreDt] Tensor Gate(ref Tensor h, Tensor f) => f; Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreDt] Tensor Gate(Tensor h, Tensor f, [ScoreStage] int stage) => f; Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreDt] Tensor Gate(Tensor h, Tensor f, [ScoreStep] double step) => f; Tensor Block(Tensor h) => h;") },
        { "SCORE101", Class("[ScoreHalt(Threshold = 1.5)] Tensor Halt(Tensor h) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE101", Class("[ScoreHalt(Threshold = double.NaN)] Tensor Halt(Tensor h) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE101", Class("[ScoreHalt(Rule = (HaltRule)3)] Tensor Halt(Tensor h) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE107", Class("[ScoreHalt] Tensor Halt(Tensor h) => h; [ScoreExit] bool Settled(Tensor a, Tensor b) => true; Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreHalt] bool Halt(Tensor h) => true; Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreHalt] Tensor halt = null!; Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreHalt] Module<Tensor, Tensor, Tensor> halt = null!; Tensor Block(Tensor h) => h;") },
        { "SCORE009", Class("int ForwardWithPonder => 1; [ScoreHalt] Tensor Halt(Tensor h) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE101", Class("[ScoreRoute(Choice = (RouteChoice)2)] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE101", Class("[ScoreRoute(Scale = 0)] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE101", Class("[ScoreRoute(Scale = double.PositiveInfinity)] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE101", Class("[ScoreRoute(Capacity = new[] { 1, 0.5 })] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE101", Class("[ScoreRoute(Capacity = new[] { 1, 0.5, 0.6, 0.1 })] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE101", Class("[ScoreRoute(Capacity = new[] { 1, 0.5, 0.5, 0 })] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE101", Class("[ScoreRoute(Capacity = new[] { 1.5, 1, 1, 1 })] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE101", Class("[ScoreRoute(Capacity = new[] { double.NaN, 1, 1, 1 })] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE107", Class("[ScoreRoute(Choice = RouteChoice.Token, Capacity = new[] { 1.0, 1, 1, 1 })] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE107", Class("[ScoreRoute] Tensor Route(Tensor h) => h; [ScoreRoute] Linear other = null!; Tensor Block(Tensor h) => h;") },
        { "SCORE107", Class("[ScoreRoute] Tensor Route(Tensor h) => h; [ScoreHalt] Tensor Halt(Tensor h) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE107", Annotated("Members = DepthMembers.Energy").Replace("Tensor Block(", "[ScoreRoute] Tensor Route(Tensor h) => h; Tensor Block(", StringComparison.Ordinal) },
        { "SCORE107", Annotated("Members = DepthMembers.Steps, Steps = 1").Replace("Tensor Block(", "[ScoreRoute] Tensor Route(Tensor h) => h; Tensor Block(", StringComparison.Ordinal) },
        { "SCORE115", Class("[ScoreRoute] bool Route(Tensor h) => true; Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreRoute] Linear this[int i] => null!; Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreHalt] Linear Halt { set { } } Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreRoute] Module<Tensor, Tensor, Tensor> route = null!; Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreRoute] Tensor Route(Tensor h) => h; Tensor Block([ScorePerToken] Tensor h) => h;") },
        { "SCORE115", Class("[ScoreRoute] Tensor Route(Tensor h) => h; Tensor Block(Tensor h, [ScorePerToken, ScoreStep] int step) => h;") },
        { "SCORE009", Class("int ForwardWithRouting => 1; [ScoreRoute] Tensor Route(Tensor h) => h; Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreExit] int Settled(Tensor a, Tensor b) => 1; Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreExit] bool Settled(Tensor a) => true; Tensor Block(Tensor h) => h;") },
        { "SCORE115", Class("[ScoreExit] async System.Threading.Tasks.Task<bool> Settled(Tensor a, Tensor b) { await System.Threading.Tasks.Task.Yield(); return true; } Tensor Block(Tensor h) => h;") },
        { "SCORE105", Annotated("Steps = 2, DtSchedule = new[] { 1.0 }") },
        { "SCORE105", Annotated("Steps = 2, Dt = 0.5, DtSchedule = new[] { 1.0, 1 }") },
        { "SCORE105", Annotated("DtSchedule = new double[0]") },
        { "SCORE107", Annotated("Integrator = Integrator.ExponentialEuler, Update = UpdateRule.Residual") },
        { "SCORE107", Annotated("Weights = WeightSharing.PerStep") },
        { "SCORE107", Annotated("Members = DepthMembers.Steps").Replace("Tensor Block(Tensor h) => h;", "[ScoreBlock(Order = 1)] Tensor F(Tensor h) => h; [ScoreBlock(Order = 2)] Tensor G(Tensor h) => h;", StringComparison.Ordinal) },
        { "SCORE107", Checkpointed("Tensor[]") },
        { "SCORE107", Checkpointed("(Tensor Scale, Tensor Shift)") },
        { "SCORE107", Checkpointed("List<Tensor>?") },
        { "SCORE107", Checkpointed("Dictionary<string, (int, Tensor)>") },
        { "SCORE107", Checkpointed("Held") },
        { "SCORE107", Checkpointed("List<Held[]>") },
        { "SCORE107", Annotated("Tolerance = 0.1, Cycles = 2") },
        { "SCORE107", Class("[ScoreDt] readonly int p = 3; Tensor Block(Tensor h) => h * p;") },
        { "SCORE005", Solved("[ScoreBlock] ModuleList<Linear> layers = null!;") },
        { "SCORE009", Solved("Tensor Block(Tensor h) => h; void Solve() { }") },
        { "SCORE101", Solved("Tensor Block(Tensor h) => h;", "MaxSteps = 0") },
        { "SCORE101", Solved("Tensor Block(Tensor h) => h;", "Memory = 0") },
        { "SCORE101", Solved("Tensor Block(Tensor h) => h;", "Tolerance = 0") },
        { "SCORE101", Solved("Tensor Block(Tensor h) => h;", "Tolerance = double.NaN") },
        { "SCORE101", Solved("Tensor Block(Tensor h) => h;", "Tolerance = double.PositiveInfinity") },
        { "SCORE101", Solved("Tensor Block(Tensor h) => h;", "Damping = 0") },
        { "SCORE101", Solved("Tensor Block(Tensor h) => h;", "Damping = 1.5") },
        { "SCORE101", Solved("Tensor Block(Tensor h) => h;", "GradientSteps = -1") },
        { "SCORE101", Solved("Tensor Block(Tensor h) => h;", "Gradient = EquilibriumGradient.Phantom, GradientSteps = 0") },
        { "SCORE101", Solved("Tensor Block(Tensor h) => h;", "Gradient = (EquilibriumGradient)3") },
        { "SCORE101", Solved("Tensor Block(Tensor h) => h;", "Solver = (FixedPointSolver)3") },
        { "SCORE101", Solved("Tensor Block(Tensor h) => h;", "OnDivergence = (OnDivergence)2") },
        { "SCORE101", Solved("Tensor Block(Tensor h) => h;", "Update = (UpdateRule)2") },
        { "SCORE101", Solved("Tensor Block(Tensor h) => h;", "Members = (DepthMembers)1024") },
        { "SCORE107", Solved("Tensor Block(Tensor h) => h;", "Members = DepthMembers.Trace | DepthMembers.Spectrum") },
        { "SCORE107", Solved("Tensor Block(Tensor h, [ScoreStep] int step) => h;") },
        { "SCORE107", Solved("Tensor Block(Tensor h, [ScoreTime] double time) => h;") },
        { "SCORE107", Solved("Tensor Block(Tensor h, [ScoreStage] int stage) => h;") },
        { "SCORE107", Solved("[ScoreBlock(Order = 1)] Tensor F(Tensor h) => h; [ScoreBlock(Order = 2)] Tensor G(Tensor h) => h;") },
        { "SCORE107", Solved("[ScoreBlock(Steps = 3)] Tensor F(Tensor h) => h;") },
        { "SCORE107", Solved("[ScoreDt] readonly Parameter p = null!; Tensor Block(Tensor h) => h * p;") },
        { "SCORE107", Solved("Tensor Block(Tensor h) => h;").Replace("[ScoreEquilibrium(", "[ScoreDepth, ScoreEquilibrium(", StringComparison.Ordinal) },
        { "SCORE107", Solved("Tensor Block(Tensor h) => h;").Replace(")]", "), ScoreDepth]", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Emits_stubs_for_every_other_error(string id, string source)
    {
        var user = UserProject.WithUsings(source);
        var run = GeneratorRun.Of(user).MustNotThrow();
        Assert.Equal(id, run.Result.Diagnostics[0].Id);
        Assert.All(run.Result.Diagnostics, diagnostic => Assert.True(diagnostic.Location.IsInSource));
        Assert.All(run.Result.Diagnostics, diagnostic => Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, diagnostic.Descriptor.CustomTags));
        var file = Assert.Single(run.Result.GeneratedSources).SourceText.ToString();
        Assert.Contains($"InvalidOperationException(\"{id}: ", file, StringComparison.Ordinal);
        Assert.DoesNotContain("SCORE", file.Replace(id, "", StringComparison.Ordinal), StringComparison.Ordinal);
        await GeneratorTest.LeavesClean(user, run.Result.Diagnostics);
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

    private static string Class(string members) => $"[ScoreDepth] partial class M : Module<Tensor, Tensor> {{ public M() : base(\"M\") {{ }} {members} }}";

    private static string Checkpointed(string context) => $$"""
        [ScoreDepth(Backprop = Backprop.Checkpoint)]
        partial class M : Module<Tensor, {{context}}, Tensor> { public M() : base("M") { } Tensor Block(Tensor h, {{context}} context) => h; }
        record Held(Tensor Scale, Held? Next);
        """;

    private static string Annotated(string settings) => $"[ScoreDepth({settings})] partial class M {Body}";
}
