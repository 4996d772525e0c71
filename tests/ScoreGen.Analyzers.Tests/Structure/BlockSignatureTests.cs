using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Structure;

public class BlockSignatureTests
{
    [Theory, Fires("SCORE005")]
    [InlineData("private float {|SCORE005:Block|}(Tensor h, Tensor mask) => 0;")]
    [InlineData("private void {|SCORE005:Block|}(Tensor h, Tensor mask) { }")]
    [InlineData("private Tensor {|SCORE005:Block|}() => zeros(2);")]
    [InlineData("private Tensor {|SCORE005:Block|}(Tensor h) => h;")]
    [InlineData("private Tensor {|SCORE005:Block|}(Tensor h, Tensor mask, Tensor more) => h;")]
    [InlineData("private Tensor {|SCORE005:Block|}(int size, Tensor mask) => mask;")]
    [InlineData("private Tensor {|SCORE005:Block|}(Tensor h, string mask) => h;")]
    [InlineData("private Tensor {|SCORE005:Block|}(ref Tensor h, Tensor mask) => h;")]
    [InlineData("private static Tensor {|SCORE005:Block|}(Tensor h, Tensor mask) => h;")]
    [InlineData("private Tensor {|SCORE005:Block|}<T>(Tensor h, Tensor mask) => h;")]
    [InlineData("private async System.Threading.Tasks.Task<Tensor> {|SCORE005:Block|}(Tensor h, Tensor mask) { await System.Threading.Tasks.Task.Yield(); return h; }")]
    [InlineData("private Tensor {|SCORE005:Block|}(Tensor h, Tensor mask, [ScoreTime] int t) => h;")]
    [InlineData("private Tensor {|SCORE005:Block|}(Tensor h, Tensor mask, [ScoreStep] double step) => h;")]
    [InlineData("[ScoreBlock] private readonly Linear {|SCORE005:layer|} = Linear(2, 2);")]
    [InlineData("[ScoreBlock] private readonly string {|SCORE005:layer|} = \"\";")]
    [InlineData("[ScoreBlock] private Linear {|SCORE005:Layer|} { set { } }")]
    public Task ABlockThatDoesNotFit(string member) => Verify.Diagnostics($$"""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor, Tensor>("encoder")
        {
            {{member}}
        }
        """);

    [Theory, NearMiss("SCORE005")]
    [InlineData("private Tensor Block(Tensor h, Tensor mask) => h * mask;")]
    [InlineData("private Parameter Block(Tensor h, Tensor mask) => new(h * mask);")]
    [InlineData("private Tensor Block(Tensor h, object mask) => h;")]
    [InlineData("private Tensor Block(Tensor h, Tensor? mask) => mask is null ? h : h * mask;")]
    [InlineData("private Tensor Block([ScoreStep] int step, Tensor h, [ScoreTime] double t, Tensor mask) => h * mask * t * step;")]
    [InlineData("[ScoreBlock] private readonly Gate gate = new();")]
    public Task ABlockThatFits(string member) => Verify.Silent(
        $$"""
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor, Tensor>("encoder")
        {
            {{member}}
        }

        public sealed class Gate() : Module<Tensor, Tensor, Tensor>("gate")
        {
            public override Tensor forward(Tensor h, Tensor mask) => h * mask;
        }
        """,
        from: DiagnosticSeverity.Error);

    [Theory]
    [InlineData("Tensor, Tensor", "private Tensor Block(ref Tensor h) => h;", "its parameter 'h' is passed by reference; pass it by value")]
    [InlineData(
        "Tensor, Tensor, Tensor",
        "private Tensor Block(Tensor h) => h;",
        "it takes 1 input and the module 2; they must be the same, the state first: a module with these inputs is a Module<Tensor, Tensor>")]
    [InlineData(
        "Tensor, Tensor",
        "private Tensor Block(Tensor h, int step) => h * step;",
        "it takes 2 inputs and the module 1; they must be the same, the state first: a module with these inputs is a Module<Tensor, int, Tensor>; where 'step' is the number of the step, write [ScoreStep] int step, which ScoreGen fills in")]
    [InlineData(
        "Tensor, Tensor, Tensor",
        "private Tensor Block(Tensor h, double t) => h * t;",
        "its input 2 is double and the module's is Tensor; they must be the same; where 't' is the time of the step, write [ScoreTime] double t, which ScoreGen fills in")]
    [InlineData(
        "Tensor, int, Tensor",
        "private Tensor Block(Tensor h, int scale, Tensor mask) => h * scale;",
        "it takes 3 inputs and the module 2; they must be the same, the state first: a module with these inputs is a Module<Tensor, int, Tensor, Tensor>")]
    [InlineData(
        "Tensor, Tensor",
        "[ScoreBlock] private readonly ModuleList<Linear> block = ModuleList(Linear(2, 2));",
        "it is a ModuleList, with weights of its own for each step; if that is meant, write [ScoreDepth(Weights = WeightSharing.PerStep)]")]
    [InlineData(
        "Tensor, Tensor",
        "[ScoreBlock] private readonly List<Linear> block = new() { Linear(2, 2) };",
        "its type List<Linear> is no module that returns a Tensor; several modules, one for each step, are held in a ModuleList")]
    [InlineData(
        "Tensor, Tensor",
        "[ScoreBlock] private readonly Linear[] block = new[] { Linear(2, 2) };",
        "its type Linear[] is no module that returns a Tensor; several modules, one for each step, are held in a ModuleList")]
    [InlineData(
        "Tensor, Tensor",
        "[ScoreBlock] private readonly GRUCell block = GRUCell(2, 2);",
        "a GRUCell takes what it reads first and its state second; mark a method that calls it, Tensor Block(Tensor h, Tensor x) => block.call(x, h), in a class that derives from Module<Tensor, Tensor, Tensor>")]
    [InlineData(
        "Tensor, Tensor, Tensor",
        "[ScoreBlock] private readonly LSTMCell block = LSTMCell(2, 2);",
        "an LSTMCell takes what it reads first and its state, a pair, second; mark a method that calls it, (Tensor, Tensor) Block(Tensor h, Tensor c, Tensor x) => block.call(x, (h, c)), in a class that derives from Module<Tensor, Tensor, Tensor, (Tensor, Tensor)>")]
    public async Task TheMessageSaysWhatToWrite(string module, string block, string message)
        => Assert.Equal(
            [(block.Contains("Block(", StringComparison.Ordinal) ? "SCORE005: The block 'Block'" : "SCORE005: The block 'block'") + " does not fit 'Encoder': " + message],
            await Verify.Messages($$"""
                [ScoreDepth]
                public sealed partial class Encoder() : Module<{{module}}>("encoder")
                {
                    {{block}}
                }
                """));

    [Fact, Fires("SCORE005"), Fires("SCORE109")]
    public async Task AMarkInsideAModuleThatIsTheBlockIsFilledInByAMethod()
        => Assert.Equal(
            [
                "SCORE005: The block 'block' does not fit 'Encoder': it takes 2 inputs and the module 1; they must be the same, the state first: a module with these inputs is a Module<Tensor, double, Tensor>; 't' of its forward is not filled in: mark a method instead that takes [ScoreTime] and calls block.call",
                "SCORE109: [ScoreTime] has no effect here: only a method that is a block has its parameters filled in; put the mark on a parameter of a method of the annotated class, and call 'Timed' with it there",
            ],
            (await Verify.Messages("""
                [ScoreDepth]
                public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
                {
                    [ScoreBlock]
                    private readonly Timed block = new();
                }

                public sealed class Timed() : Module<Tensor, double, Tensor>("timed")
                {
                    public override Tensor forward(Tensor h, [ScoreTime] double t) => h * t;
                }
                """)).Order());

    [Theory, NearMiss("SCORE005")]
    [InlineData("Tensor, Tensor", "[ScoreBlock] private Tensor Step(Tensor h, [ScoreStep] int step) => h * step;")]
    [InlineData("Tensor, Tensor, Tensor", "[ScoreBlock] private Tensor Step(Tensor h, Tensor x) => cell.call(x, h); private readonly GRUCell cell = GRUCell(2, 2);")]
    [InlineData("Tensor, Tensor, Tensor, (Tensor, Tensor)", "[ScoreBlock] private (Tensor, Tensor) Step(Tensor h, Tensor c, Tensor x) => cell.call(x, (h, c)); private readonly LSTMCell cell = LSTMCell(2, 2);")]
    public Task WhatTheMessagesSuggest(string module, string members) => Verify.Silent($$"""
        [ScoreDepth]
        public sealed partial class Encoder : Module<{{module}}>
        {
            public Encoder() : base("encoder") => RegisterComponents();

            {{members}}
        }
        """);

    [Theory, Fires("SCORE005")]
    [InlineData("[ScorePerStep(\"adapters\")] Linear adapter", "")]
    [InlineData("[ScorePerStep(nameof(adapters))] Linear adapter", "private readonly Linear adapters = Linear(8, 8);")]
    [InlineData("[ScorePerStep(nameof(adapters))] Conv1d adapter", "private readonly ModuleList<Linear> adapters = ModuleList<Linear>();")]
    [InlineData("[ScorePerStep(nameof(scales))] double scale", "private readonly Parameter scales = Parameter(zeros(4));")]
    [InlineData("[ScorePerStep(nameof(scales))] Tensor scale", "private static readonly Tensor scales = zeros(4);")]
    public Task WeightsOfEachStepThatCannotBe(string parameter, string member) => Verify.Diagnostics(OfEachStep(parameter, member, "SCORE005:"));

    [Fact, NearMiss("SCORE005")]
    public Task AStaticBlockThatIsGivenAllItsWeights() => Verify.Silent("""
        [ScoreDepth]
        public sealed partial class Encoder : Module<Tensor, Tensor>
        {
            private readonly ModuleList<Linear> layers = ModuleList(Linear(8, 8), Linear(8, 8), Linear(8, 8), Linear(8, 8));

            public Encoder() : base("encoder") => RegisterComponents();

            private static Tensor Block(Tensor h, [ScorePerStep(nameof(layers))] Linear layer) => layer.call(h).tanh();
        }
        """);

    [Theory, NearMiss("SCORE005")]
    [InlineData("[ScorePerStep(nameof(adapters))] Module<Tensor, Tensor> adapter", "private readonly ModuleList<Linear> adapters = ModuleList<Linear>();")]
    [InlineData("[ScorePerStep(nameof(scales))] Tensor scale", "private Parameter scales { get; } = Parameter(zeros(4));")]
    [InlineData("[ScorePerStep(nameof(scales))] Tensor scale", "private readonly ParameterList scales = ParameterList();")]
    public async Task WeightsOfEachStep(string parameter, string member)
        => Assert.DoesNotContain("SCORE005", (await Verify.Found(OfEachStep(parameter, member, null))).Select(found => found.Id));

    [Theory, Fires("SCORE107")]
    [InlineData("{|SCORE107:adapter|}", "ModuleList(Linear(8, 8), Linear(8, 8))")]
    [InlineData("{|SCORE107:adapter|}", "ModuleList(Enumerable.Range(0, 5).Select(_ => Linear(8, 8)).ToArray())")]
    public Task AnotherNumberThanSteps(string parameter, string made)
        => Verify.Diagnostics(OfEachStep($"[ScorePerStep(nameof(adapters))] Linear {parameter}", $"private readonly ModuleList<Linear> adapters = {made};", null));

    [Theory, Fires("SCORE107")]
    [InlineData("ParameterList(Parameter(zeros(8)), Parameter(zeros(8)), Parameter(zeros(8)))")]
    [InlineData("ParameterList(Enumerable.Range(0, 5).Select(_ => Parameter(zeros(8))).ToArray())")]
    [InlineData("new ParameterList(new[] { Parameter(zeros(8)) })")]
    public Task AnotherNumberOfParametersThanSteps(string made)
        => Verify.Diagnostics(OfEachStep("[ScorePerStep(nameof(scales))] Tensor {|SCORE107:scale|}", $"private readonly ParameterList scales = {made};", null));

    [Theory, Fires("SCORE107")]
    [InlineData("zeros(3)")]
    [InlineData("randn(5, 8) * 0.1")]
    [InlineData("zeros(new long[] { 2, 8 })")]
    public Task AnotherNumberOfRowsThanSteps(string made)
        => Verify.Diagnostics(OfEachStep("[ScorePerStep(nameof(scales))] Tensor {|SCORE107:scale|}", $"private readonly Parameter scales = Parameter({made});", null));

    /// <summary>Nothing is said of a number that is right, or that only the running program knows; and what is meant is no SCORE201.</summary>
    [Theory, NearMiss("SCORE107"), NearMiss("SCORE201")]
    [InlineData("[ScorePerStep(nameof(adapters))] Linear adapter", "private readonly ModuleList<Linear> adapters = ModuleList(Linear(8, 8), Linear(8, 8), Linear(8, 8), Linear(8, 8));")]
    [InlineData("[ScorePerStep(nameof(scales))] Tensor scale", "private readonly Parameter scales = Parameter(zeros(4, 8));")]
    [InlineData("[ScorePerStep(nameof(scales))] Tensor scale", "private readonly Parameter scales = Parameter(zeros(Depth.Steps, 8));")]
    [InlineData("[ScorePerStep(nameof(scales))] Tensor scale", "private readonly ParameterList scales = ParameterList([.. Enumerable.Range(0, 4).Select(_ => Parameter(zeros(8)))]);")]
    [InlineData("[ScorePerStep(nameof(scales))] Tensor scale", "private readonly ParameterList scales = ParameterList(Enumerable.Range(0, Depth.Steps).Select(_ => Parameter(zeros(8))).ToArray());")]
    public Task AsManyAsSteps(string parameter, string member) => Verify.Silent(OfEachStep(parameter, member, null));

    private static string OfEachStep(string parameter, string member, string? mark) => $$"""
        [ScoreDepth]
        public sealed partial class Encoder : Module<Tensor, Tensor>
        {
            private readonly Linear mix = Linear(8, 8);

            {{member}}

            public Encoder() : base("encoder") => RegisterComponents();

            private Tensor {{(mark is null ? "Block" : "{|" + mark + "Block|}")}}(Tensor h, {{parameter}}) => mix.call(h).tanh();
        }
        """;
}
