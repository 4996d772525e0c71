using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Tests;

/// <summary>The user's names come first: emitted members, parameters and locals give way to them, and nothing is hidden.</summary>
public class CollisionTests
{
    public static TheoryData<string, string> Members => new()
    {
        { "a field called like a state", "private Tensor h1 = null!, f = null!, pass = null!; private Tensor Block(Tensor h, Tensor y) => h.add(h1).add(f).add(pass);" },
        { "a context called like a value", "private Tensor Block(Tensor h, Tensor f) => h.add(f);" },
        { "a context called like a numbered value", "private Tensor Block(Tensor h, Tensor f1) => h.add(f1);" },
        { "a context called like a stage's point", "private Tensor Block(Tensor h, Tensor y2) => h.add(y2);" },
        { "a context called like the scope", "private Tensor Block(Tensor h, Tensor pass) => h.add(pass);" },
        { "a context called like a loop variable", "private Tensor Block(Tensor h, Tensor step) => h.add(step);" },
        { "a context called like the count", "private Tensor Block(Tensor h, Tensor steps) => h.add(steps);" },
        { "a context called like the next state", "private Tensor Block(Tensor h, Tensor next) => h.add(next);" },
        { "a context called like a numbered state", "private Tensor Block(Tensor h, Tensor h1) => h.add(h1);" },
        { "a context called Coefficients", "private Tensor Block(Tensor h, Tensor Coefficients) => h.add(Coefficients);" },
        { "a context called Coefficients1", "private Tensor Block(Tensor h, Tensor Coefficients1) => h.add(Coefficients1);" },
        { "a context called Evaluate", "private Tensor Block(Tensor h, Tensor Evaluate) => h.add(Evaluate);" },
        { "a context called Advance", "private Tensor Block(Tensor h, Tensor Advance) => h.add(Advance);" },
        { "a context called Depth", "private Tensor Block(Tensor h, Tensor Depth) => h.add(Depth);" },
        { "a context called Trace", "private Tensor Block(Tensor h, Tensor Trace) => h.add(Trace);" },
        { "a context called like the block", "private Tensor Block(Tensor h, Tensor Block) => h.add(Block);" },
        { "a state called like the block", "private Tensor Block(Tensor Block, Tensor mask) => Block.add(mask);" },
        { "a state called f", "private Tensor Block(Tensor f, Tensor h) => f.add(h);" },
        { "a state called next", "private Tensor Block(Tensor next, Tensor state) => next.add(state);" },
        { "an unused state", "private Tensor Block(Tensor _, Tensor __) => __;" },
        { "a block called h", "[ScoreBlock] private Tensor h(Tensor x, Tensor y) => x.add(y);" },
        { "a block called f", "[ScoreBlock] private Tensor f(Tensor h, Tensor y) => h.add(y);" },
        { "a block called step", "[ScoreBlock] private Tensor step(Tensor pass, Tensor y) => pass.add(y);" },
        { "a block called Evaluate", "[ScoreBlock] private Tensor Evaluate(Tensor h, Tensor y) => h.add(y);" },
        { "a block called Advance", "[ScoreBlock] private Tensor Advance(Tensor h, Tensor y) => h.add(y);" },
        { "a block called Coefficients", "[ScoreBlock] private Tensor Coefficients(Tensor h, Tensor y) => h.add(y);" },
        { "a block called forward2", "[ScoreBlock] private Tensor forward2(Tensor h, Tensor y) => h.add(y);" },
        { "members called like the private ones", "private int Coefficients, Evaluate; private void Advance() { Coefficients = Evaluate; Evaluate = Coefficients; } private Tensor Block(Tensor h, Tensor y) => h.add(y);" },
        { "members called like the numbered private ones", "private int Coefficients1 = 1, Coefficients2 = 2, Evaluate2 = 3; private Tensor Block(Tensor h, Tensor y) => h.add(y * (Coefficients1 + Coefficients2 + Evaluate2));" },
        { "a type from outside called Coefficients", "private readonly Coefficients weights = new Coefficients(); private Tensor Block(Tensor h, Tensor y) => h.add(y).mul(weights.Value);" },
        { "a static method from outside called Evaluate", "private Tensor Block(Tensor h, Tensor y) => h.add(y).mul(Evaluate() + Advance());" },
        { "an overload of forward", "public Tensor forward(Tensor a, int b) => a.mul(b); private Tensor Block(Tensor h, Tensor y) => h.add(y);" },
        { "contexts called like namespaces", "private Tensor Block(Tensor TorchSharp, Tensor System) => TorchSharp.add(System);" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Gives_way_to_the_users_names(string what, string members)
    {
        Assert.NotEmpty(what);
        foreach (var settings in new[] { "Dt = 0.25", "Integrator = Integrator.Heun", "DtSchedule = new[] { 0.5, 0.25 }, Integrator = Integrator.Heun" })
        {
            await GeneratorTest.LeavesClean(UserProject.Compile($$"""
                using static Helpers;
                {{UserProject.Usings}}
                internal sealed class Coefficients
                {
                    public double Value => 1;
                }

                internal static class Helpers
                {
                    public static double Evaluate() => 1;

                    public static double Advance() => 1;
                }

                [ScoreDepth(Steps = 2, {{settings}}, Members = DepthMembers.All)]
                internal partial class M : Module<Tensor, Tensor, Tensor>
                {
                    public M() : base("M") { }

                    {{members}}
                }
                """));
        }
    }

    public static TheoryData<string> PrivateNames => [.. typeof(EmittedNames).GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(PrivateNames))]
    public void Every_private_name_gives_way_however_it_is_written(string name)
    {
        foreach (var written in new[] { name, $"\\u{(int)name[0]:x4}{name[1..]}", $"{name[..2]}\u200d{name[2..]}" })
        {
            var run = GeneratorRun.Of(UserProject.WithUsings($$"""
                [ScoreDepth]
                internal sealed partial class M : Module<Tensor, Tensor>
                {
                    private readonly double {{written}} = 0.5;

                    public M() : base("M") { }

                    private Tensor Block(Tensor h) => h.tanh();
                }
                """)).MustNotThrow();
            var model = (DepthModel)run.Result.TrackedSteps[StepNames.Depths].Single().Outputs.Single().Value;
            Assert.Equal(name + "_", typeof(EmittedNames).GetProperty(name)!.GetValue(model.Names));
        }
    }

    [Theory]
    [MemberData(nameof(PrivateNames))]
    public void Every_private_name_gives_way_to_that_of_a_base_class(string name)
    {
        var run = GeneratorRun.Of(UserProject.WithUsings($$"""
            internal abstract class Base<T>() : Module<Tensor, Tensor>("M")
            {
                protected readonly double {{name}} = 0.5;
            }

            [ScoreDepth]
            internal sealed partial class M : Base<int>
            {
                private Tensor Block(Tensor h) => h.tanh();
            }
            """)).MustNotThrow();
        var model = (DepthModel)run.Result.TrackedSteps[StepNames.Depths].Single().Outputs.Single().Value;
        Assert.Equal(name + "_", typeof(EmittedNames).GetProperty(name)!.GetValue(model.Names));
    }

    [Theory]
    [InlineData("time", "step")]
    [InlineData("t", "pass")]
    [InlineData("Depth", "Coefficients")]
    [InlineData("steps", "gradients")]
    [InlineData("scope", "states")]
    public Task Gives_way_to_contexts_beside_time_and_step(string mask, string state)
        => GeneratorTest.LeavesClean(UserProject.WithUsings($$"""
            [ScoreDepth(Steps = 2, DtSchedule = new[] { 0.5, 0.25 }, Integrator = Integrator.Rk4, Members = DepthMembers.All)]
            internal partial class M : Module<Tensor, Tensor, Tensor>
            {
                public M() : base("M") { }

                private Tensor Block(Tensor {{state}}, [ScoreStep] int i, Tensor {{mask}}, [ScoreTime] double clock)
                    => {{state}}.add({{mask}}).mul(clock + i);
            }
            """));

    [Fact]
    public Task A_primary_constructors_parameter_keeps_its_name()
        => GeneratorTest.LeavesClean(UserProject.WithUsings("""
            [ScoreDepth(Integrator = Integrator.Heun, Members = DepthMembers.All)]
            internal partial class M(double Advance, double Evaluate, double h) : Module<Tensor, Tensor>("M")
            {
                private Tensor Block(Tensor x) => x.mul(Advance + Evaluate + h);
            }
            """));

    [Theory]
    [InlineData("Tensor t, Tensor F", "// Step 2 of 4, time 0.25: t2 = 0.75·t1 + 0.25·F_(t1)")]
    [InlineData("Tensor F, Tensor f", "// Step 2 of 4, time 0.25: F2 = 0.75·F1 + 0.25·F_(F1)")]
    [InlineData("Tensor time, Tensor B", "// Step 2 of 4, time 0.25: time2 = 0.75·time1 + 0.25·F(time1)")]
    public async Task A_formula_has_no_name_twice(string inputs, string formula)
    {
        var user = UserProject.WithUsings($$"""
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class M : Module<Tensor, Tensor, Tensor>
            {
                public M() : base("M") { }

                private Tensor Block({{inputs}}) => zeros(1);
            }
            """);
        await GeneratorTest.LeavesClean(user);
        var run = GeneratorRun.Of(user).MustNotThrow();
        Assert.Contains(formula, run.Files.First().SourceText.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Module<Tensor, Tensor, Tensor>", "GRUCell", "Tensor h, global::TorchSharp.torch.Tensor h0")]
    [InlineData("Module<Tensor, Tensor, Tensor>", "Masked", "Tensor x, global::TorchSharp.torch.Tensor mask")]
    [InlineData("Module<Tensor, Tensor, Tensor>", "Module<Tensor, Tensor, Tensor>", "Tensor h, global::TorchSharp.torch.Tensor context1")]
    [InlineData("Root", "Module<Tensor, Tensor, Tensor>", "Tensor query, global::TorchSharp.torch.Tensor memory")]
    [InlineData("Root", "GRUCell", "Tensor query, global::TorchSharp.torch.Tensor h0")]
    public async Task Inputs_are_called_as_the_block_or_the_base_calls_them(string module, string block, string inputs)
    {
        var user = UserProject.WithUsings($$"""
            internal abstract class Root(string name) : Module<Tensor, Tensor, Tensor>(name)
            {
                public abstract override Tensor forward(Tensor query, Tensor memory);
            }

            internal sealed class Masked() : Module<Tensor, Tensor, Tensor>("masked")
            {
                public override Tensor forward(Tensor x, Tensor mask) => x.mul(mask);
            }

            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class M : {{module}}
            {
                [ScoreBlock] private readonly {{block}} block;

                public M({{block}} block) : base("M")
                {
                    this.block = block;
                    RegisterComponents();
                }
            }
            """);
        await GeneratorTest.LeavesClean(user);
        var run = GeneratorRun.Of(user).MustNotThrow();
        Assert.Contains($"forward(global::TorchSharp.torch.{inputs})", run.Files.First().SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public Task Nested_annotated_classes_keep_their_own_members()
        => GeneratorTest.LeavesClean(UserProject.WithUsings("""
            [ScoreDepth(Integrator = Integrator.Heun, Members = DepthMembers.All)]
            internal partial class Outer : Module<Tensor, Tensor>
            {
                public Outer() : base("Outer") { }

                private Tensor Block(Tensor h) => h.tanh();

                [ScoreDepth(Integrator = Integrator.Rk4, Members = DepthMembers.All)]
                internal partial class Inner : Module<Tensor, Tensor>
                {
                    public Inner() : base("Inner") { }

                    private Tensor Block(Tensor h) => h.tanh();
                }
            }
            """));

    [Fact]
    public Task A_member_of_the_base_class_is_hidden_openly_or_not_at_all()
        => GeneratorTest.LeavesClean(UserProject.WithUsings("""
            internal abstract class Root : Module<Tensor, Tensor>
            {
                private readonly int Depth = 1;

                protected Root() : base("Root") { }

                public int Trace => Depth;

                public virtual Tensor[] States(Tensor h) => new[] { h };

                public Tensor ForwardSteps(string steps, Tensor h) => h.mul(steps.Length);
            }

            [ScoreDepth(Members = DepthMembers.All)]
            internal partial class M : Root
            {
                private Tensor Block(Tensor h) => h.tanh();
            }
            """));
}
