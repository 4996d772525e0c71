using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Structure;

/// <summary>A call of a member that nobody asked for: the fix asks for it.</summary>
public class AskForMemberTests
{
    private const string Body = """
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            private Tensor Block(Tensor h) => h.tanh();
        }

        """;

    [Theory]
    [InlineData("[ScoreDepth]", "[ScoreDepth(Members = DepthMembers.Trace)]")]
    [InlineData("[ScoreDepth()]", "[ScoreDepth(Members = DepthMembers.Trace)]")]
    [InlineData("[ScoreDepth(Steps = 3)]", "[ScoreDepth(Steps = 3, Members = DepthMembers.Trace)]")]
    [InlineData("[ScoreDepth(Members = DepthMembers.None)]", "[ScoreDepth(Members = DepthMembers.Trace)]")]
    [InlineData("[ScoreDepth(Members = DepthMembers.States, Steps = 2)]", "[ScoreDepth(Members = DepthMembers.States | DepthMembers.Trace, Steps = 2)]")]
    public Task AddsIt(string annotation, string expected) => Verify.Fix(
        $"{annotation}\n{Body}{Use("model.{|CS1061:Trace|}(h)")}",
        $"{expected}\n{Body}{Use("model.Trace(h)")}",
        Title("Trace", "Trace"));

    [Theory]
    [InlineData("ForwardSteps", "Steps", "model.{|CS1061:", "ForwardSteps", "|}(3, h)")]
    [InlineData("ForwardWithEnergy", "Energy", "model?{|CS1061:", ".ForwardWithEnergy", "|}(h)")]
    [InlineData("States", "States", "new[] { model }[0].{|CS1061:", "States", "|}(h).Length")]
    [InlineData("Spectrum", "Spectrum", "model.{|CS1061:", "Spectrum", "|}(h).MaxStableDt")]
    [InlineData("ForwardWithJacobian", "Jacobian", "model.{|CS1061:", "ForwardWithJacobian", "|}(h).Penalty")]
    public Task KnowsEach(string name, string member, string before, string missing, string after) => Verify.Fix(
        $"[ScoreDepth]\n{Body}{Use(before + missing + after)}",
        $"[ScoreDepth(Members = DepthMembers.{member})]\n{Body}{Use(before.Replace("{|CS1061:", "", StringComparison.Ordinal) + missing + after.Replace("|}", "", StringComparison.Ordinal))}",
        Title(name, member));

    [Theory]
    [InlineData("Spectrum", "Spectrum", "(h).Lipschitz")]
    [InlineData("ForwardWithJacobian", "Jacobian", "(h).Penalty")]
    public Task KnowsThoseOfAnEquilibrium(string name, string member, string after) => Verify.Fix(
        $"[ScoreEquilibrium(MaxSteps = 30)]\n{Body}{Use($"model.{{|CS1061:{name}|}}{after}")}",
        $"[ScoreEquilibrium(MaxSteps = 30, Members = DepthMembers.{member})]\n{Body}{Use($"model.{name}{after}")}",
        Title(name, member));

    [Fact]
    public Task WorksInTheClassItselfAndInOneThatDerivesFromIt()
    {
        static string Models(string annotation, string states) => $$"""
            {{annotation}}
            public partial class Encoder : Module<Tensor, Tensor>
            {
                public Encoder() : base("encoder") { }

                private Tensor Block(Tensor h) => h.tanh();
            }

            public class Watched : Encoder
            {
                public int Count(Tensor h) => {{states}}(h).Length;
            }
            """;
        return Verify.Fix(Models("[ScoreDepth]", "{|CS0103:States|}"), Models("[ScoreDepth(Members = DepthMembers.States)]", "States"), Title("States", "States"));
    }

    [Theory]
    [InlineData("[ScoreDepth]", "model.{|CS1061:ForwardUntil|}(h, out _)")]
    [InlineData("[ScoreDepth]", "model.{|CS1061:Tracks|}(h)")]
    [InlineData("[ScoreDepth]", "h.{|CS1061:States|}(h)")]
    [InlineData("[ScoreDepth]", "model.{|CS1061:Solve|}(h, out _)")]
    [InlineData("[ScoreEquilibrium]", "model.{|CS1061:Trace|}(h)")]
    [InlineData("[ScoreEquilibrium]", "model.{|CS1061:ForwardSteps|}(3, h)")]
    public async Task OffersNothingElsewhere(string annotation, string call)
        => Assert.Empty(await Verify.OfferedFixes($"{annotation}\n{Body}{Use(call)}"));

    [Fact]
    public async Task OffersNothingForAClassWithoutDepth()
        => Assert.Empty(await Verify.OfferedFixes(Body.Replace("private", "public override", StringComparison.Ordinal).Replace("Block", "forward", StringComparison.Ordinal) + Use("model.{|CS1061:Trace|}(h)")));

    /// <summary>Two blocks have one number of steps, and asking for another one is an error.</summary>
    [Fact]
    public async Task OffersNoStepsWhereThereIsOneNumberOfThem()
        => Assert.Empty(await Verify.OfferedFixes("""
            [ScoreDepth]
            public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
            {
                [ScoreBlock(Order = 1)] private Tensor First(Tensor h) => h.tanh();
                [ScoreBlock(Order = 2)] private Tensor Second(Tensor h) => h.sin();

                public Tensor Twice(Tensor h) => {|CS0103:ForwardSteps|}(4, h);
            }
            """));

    private static string Use(string call) => $"public static class Use {{ public static object? Of(Encoder model, Tensor h) => {call}; }}\n";

    private static string Title(string name, string member) => $"Let ScoreGen write {name}: add DepthMembers.{member} to 'Encoder'";
}
