using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Generator.Tests;

/// <summary>Correct code of unusual shape: it gets a clean forward pass.</summary>
public class TrapTests
{
    public static TheoryData<string, string> Correct => new()
    {
        { "a block that the base declares", """
            internal abstract class Root : Module<Tensor, Tensor>
            {
                protected Root() : base("Root") { }

                [ScoreBlock(StripSkip = true)]
                protected abstract Tensor F(Tensor h);
            }

            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class M : Root
            {
                protected override Tensor F(Tensor h) => h.tanh();
            }
            """ },
        { "a marked backing field", """
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class M : Module<Tensor, Tensor>
            {
                public M() : base("M") { Map = Linear(2, 2); RegisterComponents(); }

                [field: ScoreBlock]
                internal Linear Map { get; private set; }
            }
            """ },
        { "a block that is an interface", """
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class M : Module<Tensor, Tensor>
            {
                [ScoreBlock]
                private readonly IModule<Tensor, Tensor> map;

                public M() : base("M") { map = Linear(2, 2); RegisterComponents(); }
            }
            """ },
        { "a block of a type parameter", """
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class M<T, U> : Module<Tensor, Tensor>
                where T : U
                where U : Module<Tensor, Tensor>
            {
                [ScoreBlock]
                private readonly T map;

                public M(T map) : base("M") { this.map = map; RegisterComponents(); }
            }
            """ },
        { "a class in a struct in a record", """
            public partial record Outer
            {
                internal partial struct Middle
                {
                    internal readonly partial record struct Inner
                    {
                        [ScoreDepth(Members = DepthMembers.All)]
                        internal sealed partial class M : Module<Tensor, Tensor>
                        {
                            public M() : base("M") { }

                            private Tensor Block(Tensor h) => h.tanh();
                        }
                    }
                }
            }
            """ },
        { "contexts of every kind of type", """
            [ScoreDepth(Integrator = Integrator.Heun, Members = DepthMembers.All)]
            internal sealed partial class M<T, S> : Module<Tensor, int?, (int A, string? B)[], List<string?>, T?, S, Tensor>
                where T : class
                where S : struct
            {
                public M() : base("M") { }

                private Tensor Block(Tensor h, int? a, (int A, string? B)[] b, List<string?> c, T? d, S e) => h.tanh();
            }
            """ },
        { "contexts that the block takes as something wider", """
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class M : Module<Tensor, int, string, List<int>, int, dynamic, Tensor>
            {
                public M() : base("M") { }

                private Tensor Block(Tensor h, long a, object b, IEnumerable<int> c, int? d, object e) => h.tanh();
            }
            """ },
        { "a context that may be null where the block's may not", """
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class M : Module<Tensor, string?, List<string?>, Tensor?, Tensor>
            {
                public M() : base("M") { }

                private Tensor Block(Tensor h, string a, List<string> b, Tensor c) => h.tanh();
            }
            """ },
        { "a block that may return null", """
            [ScoreDepth(Integrator = Integrator.Heun, Backprop = Backprop.Checkpoint, Members = DepthMembers.All)]
            internal sealed partial class M : Module<Tensor, Tensor?>
            {
                public M() : base("M") { }

                private Tensor? Block(Tensor? h) => h;
            }
            """ },
        { "an unused state and an early exit", """
            [ScoreDepth(Tolerance = 0.5, Members = DepthMembers.All)]
            internal sealed partial class M : Module<Tensor, Tensor, Tensor>
            {
                public M() : base("M") { }

                private Tensor Block(Tensor _, Tensor nameof) => nameof;
            }
            """ },
        { "a learned step size in a property that may be null", """
            [ScoreDepth(Dt = 0.25, Members = DepthMembers.All)]
            internal sealed partial class M : Module<Tensor, Tensor>
            {
                public M() : base("M") { }

                [field: ScoreDt]
                private Parameter? Pace { get; set; }

                private Tensor Block(Tensor h) => h.mul(Pace!);
            }
            """ },
        { "states that are numbered", """
            [ScoreDepth(Steps = 12, Integrator = Integrator.Rk4, Backprop = Backprop.Truncated, BackpropSteps = 3, Members = DepthMembers.All)]
            internal sealed partial class M : Module<Tensor, Tensor, Tensor, Tensor, (Tensor a, Tensor, Tensor c)>
            {
                public M() : base("M") { }

                private (Tensor a, Tensor a1, Tensor f) Block(Tensor a, Tensor a1, Tensor f, Tensor ya) => (a, a1, f);
            }
            """ },
        { "an obsolete block", """
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class M : Module<Tensor, Tensor>
            {
                public M() : base("M") { }

                [Obsolete("use another")]
                private Tensor Block(Tensor h) => h;
            }
            """ },
        { "an obsolete block with an id of its own", """
            #pragma warning disable LAB005
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class M : Module<Tensor, Tensor>
            {
                public M() : base("M") { }

                [Obsolete("use another", DiagnosticId = "LAB005")]
                private Tensor Block(Tensor h) => h;
            }
            """ },
        { "an experimental context", """
            #pragma warning disable LAB001
            [System.Diagnostics.CodeAnalysis.Experimental("LAB001")]
            internal sealed class Mask { }

            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class M : Module<Tensor, System.Collections.Generic.List<Mask[]>, Tensor>
            {
                public M() : base("M") { }

                private Tensor Block(Tensor h, System.Collections.Generic.List<Mask[]> mask) => h;
            }
            """ },
        { "an experimental context behind a pointer", """
            #pragma warning disable LAB002
            [System.Diagnostics.CodeAnalysis.Experimental("LAB002")]
            internal struct Cell { public int Value; }

            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed unsafe partial class M : Module<Tensor, Cell*[], Tensor>
            {
                public M() : base("M") { }

                private Tensor Block(Tensor h, Cell*[] cells) => h;
            }
            """ },
        { "a name in lower case", """
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class @encoder : Module<Tensor, Tensor>
            {
                public @encoder() : base("M") { }

                private Tensor Block(Tensor h) => h;
            }
            """ },
        { "classes that differ by case", """
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class Mm : Module<Tensor, Tensor>
            {
                public Mm() : base("M") { }

                private Tensor Block(Tensor h) => h;
            }

            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class MM : Module<Tensor, Tensor>
            {
                public MM() : base("M") { }

                private Tensor Block(Tensor h) => h;
            }
            """ },
        { "namespaces that differ by case", """
            namespace A.b { [ScoreDepth(Members = DepthMembers.All)] internal partial class M : Module<Tensor, Tensor> { public M() : base("M") { } private Tensor Block(Tensor h) => h; } }
            namespace a.B { [ScoreDepth(Members = DepthMembers.All)] internal partial class M : Module<Tensor, Tensor> { public M() : base("M") { } private Tensor Block(Tensor h) => h; } }
            """ },
        { "letters that no file name starts with", """
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class हिन्दी‿é́ : Module<Tensor, Tensor>
            {
                public हिन्दी‿é́() : base("M") { }

                private Tensor Block(Tensor ह्) => ह्;
            }
            """ },
        { "escaped letters", """
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class \u004d : Module<Tensor, Tensor>
            {
                public M() : base("M") { }

                private Tensor Bl\u006fck(Tensor \u0068) => h;
            }
            """ },
        { "the largest depth there is", """
            [ScoreDepth(Steps = 512, Integrator = Integrator.Rk4)]
            internal sealed partial class M : Module<Tensor, Tensor>
            {
                public M() : base("M") { }

                private Tensor Block(Tensor h, [ScoreTime] double t, [ScoreStep] int i) => h.mul(t + i);
            }
            """ },
        { "a step size that overflows", """
            [ScoreDepth(Steps = 3, Dt = 1e308, Lipschitz = 1e308, Integrator = Integrator.Rk4)]
            internal sealed partial class M : Module<Tensor, Tensor>
            {
                public M() : base("M") { }

                private Tensor Block(Tensor h, [ScoreTime] double t) => h.mul(t);
            }
            """ },
        { "a step size that vanishes", """
            [ScoreDepth(Steps = 3, Dt = double.Epsilon, Integrator = Integrator.Heun)]
            internal sealed partial class M : Module<Tensor, Tensor>
            {
                public M() : base("M") { }

                private Tensor Block(Tensor h, [ScoreTime] double t) => h.mul(t);
            }
            """ },
        { "a large exponential step that strips the skip", """
            [ScoreDepth(Steps = 1, Dt = 800, Integrator = Integrator.ExponentialEuler)]
            internal sealed partial class M : Module<Tensor, Tensor>
            {
                public M() : base("M") { }

                [ScoreBlock(StripSkip = true)]
                private Tensor Block(Tensor h) => h.tanh();
            }
            """ },
        { "an alias of the attribute", """
            namespace N
            {
                using Deep = ScoreGen.ScoreDepthAttribute;

                [Serializable, @Deep(Steps = 2)]
                internal sealed partial class M : Module<Tensor, Tensor>
                {
                    public M() : base("M") { }

                    private Tensor Block(Tensor h) => h;
                }
            }
            """ },
        { "a class that uses pointers", """
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed unsafe partial class M : Module<Tensor, int*[], Tensor>
            {
                public M() : base("M") { }

                private Tensor Block(Tensor h, int*[] p) => h;
            }
            """ },
        { "namespaces called like ours", """
            namespace User.ScoreGen.System
            {
                namespace TorchSharp { }

                [global::ScoreGen.ScoreDepth(Integrator = global::ScoreGen.Integrator.Heun)]
                internal sealed partial class M : Module<Tensor, Tensor>
                {
                    public M() : base("M") { }

                    private Tensor Block(Tensor h) => h;
                }
            }
            """ },
        { "two parts in one file", """
            internal sealed partial class M : Module<Tensor, Tensor>
            {
                public M() : base("M") { }
            }

            [ScoreDepth(Members = DepthMembers.All)]
            partial class M
            {
                private Tensor Block(Tensor h) => h;
            }
            """ },
        { "a block in an inner class of the same name", """
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class M : Module<Tensor, Tensor>
            {
                public M() : base("M") { }

                private Tensor Block(Tensor h) => h;

                private static class Inner
                {
                    public static int Block(int h) => h;
                }
            }
            """ },
    };

    [Theory]
    [MemberData(nameof(Correct))]
    public async Task Correct_code_gets_a_clean_pass(string what, string source)
    {
        Assert.NotEmpty(what);
        var user = UserProject.WithUsings(source);
        await GeneratorTest.LeavesClean(user);
        var run = GeneratorRun.Of(user).MustNotThrow();
        Assert.NotEmpty(run.Files);
        Assert.All(run.Files, file => Assert.DoesNotContain("SCORE", file.SourceText.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] enum E { }")]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] delegate void D();")]
    [InlineData("[assembly: ScoreDepth]")]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] static class E { [ScoreDepth] extension(string s) { public int N => 1; } }")]
    [InlineData("static partial class E { extension(string s) { [ScoreDepth(Members = DepthMembers.All)] partial class M { } } }")]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] union U(int, string);")]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] partial class")]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] partial class M : M { }")]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] partial class M : Module<M, M> { }")]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] partial class M : Module<Tensor, Missing, Tensor> { Tensor Block(Tensor h, Missing m) => h; }")]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] partial class M : Module<Tensor, , Tensor> { Tensor Block(Tensor h) => h; }")]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] partial class M<T, U> : Module<Tensor, Tensor> where T : U where U : T { [ScoreBlock] T t; }")]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] partial class M : Module<Tensor, Tensor> { [ScoreBlock] M m; }")]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] partial class M : Module<Tensor, Tensor> { [ScoreBlock] Tensor (Tensor h) => h; }")]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] partial class M : Module<Tensor, Tensor> { [ScoreBlock] event Action E; [field: ScoreBlock] event Action F; }")]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] partial class M : Module<Tensor, Tensor> { [ScoreBlock] public static Tensor operator +(M m, Tensor h) => h; }")]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] partial class M : Module<Tensor, Tensor> { [ScoreBlock] ~M() { } [ScoreBlock] public M() : base(null) { } }")]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] partial class M : Module<Tensor, Tensor> { [ScoreBlock] (Linear, Linear) pair; [ScoreDt] const Parameter p = null; }")]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] partial class M : Module<Tensor, Tensor> { Tensor Block(Tensor h) => h; [ScoreHalt] event Action E; [ScoreRoute] class N { } }")]
    [InlineData("[ScoreDepth(Members = DepthMembers.All)] partial class M : Module<Tensor, Tensor> { Tensor Block([ScorePerToken] Tensor h, [ScorePerToken]) => h; [ScoreRoute] Missing route; [ScoreHalt] ~M() { } }")]
    [InlineData("namespace ScoreGen.Emitted { [ScoreDepth(Members = DepthMembers.All)] partial class DepthSupport : Module<Tensor, Tensor> { Tensor Block(Tensor h) => h; } }")]
    [InlineData("namespace scoregen.emitted { [ScoreDepth(Members = DepthMembers.All)] partial class depthsupport : Module<Tensor, Tensor> { Tensor Block(Tensor h) => h; } }")]
    public void Code_that_makes_no_sense_is_survived(string source)
    {
        GeneratorRun.Of(UserProject.WithUsings(source)).MustNotThrow();
        var preview = UserProject.Newest.WithLanguageVersion(LanguageVersion.Preview);
        GeneratorRun.Of(UserProject.WithUsings(source, preview)).MustNotThrow();
    }

    [Fact]
    public async Task Classes_with_names_of_10000_letters_get_files_of_their_own()
    {
        var name = new string('M', 10_000);
        var user = UserProject.WithUsings(
            string.Concat(new[] { "A", "B" }.Select(last => $$"""
                [ScoreDepth(Members = DepthMembers.All)]
                internal sealed partial class {{name}}{{last}} : Module<Tensor, Tensor>
                {
                    public {{name}}{{last}}() : base("M") { }

                    private Tensor Block(Tensor h) => h;
                }

                """)));
        var run = GeneratorRun.Of(user).MustNotThrow();
        Assert.Equal(2, run.Files.Count());
        Assert.All(run.Files, file => Assert.InRange(file.HintName.Length, 1, 200));

        // The compiler refuses such names in metadata, which is not the generator's affair; as source they are in order.
        await GeneratorTest.LeavesClean(user);
    }

    [Fact]
    public void An_annotation_on_two_parts_is_the_compilers_error_alone()
    {
        var run = GeneratorRun.Of(UserProject.WithUsings("""
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class M : Module<Tensor, Tensor>
            {
                public M() : base("M") { }
            }

            [ScoreDepth(Steps = 2, Members = DepthMembers.All)]
            partial class M
            {
                private Tensor Block(Tensor h) => h;
            }
            """)).MustNotThrow();
        Assert.Single(run.Files);
        Assert.Equal(["CS0579"], run.Errors().Select(error => error.Id));
    }

    [Fact]
    public void An_annotation_twice_on_one_part_is_the_compilers_error_alone()
    {
        var run = GeneratorRun.Of(UserProject.WithUsings("""
            [ScoreDepth(Members = DepthMembers.All)]
            [ScoreDepth(Steps = 2, Members = DepthMembers.All)]
            internal sealed partial class M : Module<Tensor, Tensor>
            {
                public M() : base("M") { }

                private Tensor Block(Tensor h) => h;
            }
            """)).MustNotThrow();
        Assert.Single(run.Files);
        Assert.Equal(["CS0579"], run.Errors().Select(error => error.Id));
    }

    [Theory]
    [InlineData("[ScoreDt][ScoreDt] private readonly Parameter dt = new(zeros(1));")]
    [InlineData("[ScoreDt, ScoreDt] private Tensor Gate(Tensor h) => h.sigmoid();")]
    [InlineData("[ScoreHalt][ScoreHalt(Threshold = 0.5)] private Tensor Halt(Tensor h) => h.sigmoid();")]
    public void A_mark_twice_on_one_member_is_the_compilers_error_alone(string member)
    {
        var run = GeneratorRun.Of(UserProject.WithUsings($$"""
            [ScoreDepth]
            internal sealed partial class M : Module<Tensor, Tensor>
            {
                {{member}}

                public M() : base("M") { }

                private Tensor Block(Tensor h) => h.tanh();
            }
            """)).MustNotThrow();
        Assert.Single(run.Files, file => file.HintName == "M.g.cs");
        Assert.Equal(["CS0579"], run.Errors().Select(error => error.Id));
    }

    [Theory]
    [InlineData("Steps = \"x\"")]
    [InlineData("Steps = ")]
    [InlineData("Steps = 1.5")]
    [InlineData("Steps = Missing.Constant")]
    [InlineData("Steps = 1, Steps = 2")]
    [InlineData("Dt = null")]
    [InlineData("Dt = \"0.5\"")]
    [InlineData("DtSchedule = 1.0")]
    [InlineData("DtSchedule = new[] { \"a\" }")]
    [InlineData("DtSchedule = new double[] { Missing, 1 }")]
    [InlineData("DtSchedule = new double[][] { new double[0] }")]
    [InlineData("DtSchedule = new double[4] { 1, 2 }")]
    [InlineData("Integrator = 3")]
    [InlineData("Integrator = Integrator.Missing")]
    [InlineData("Integrator = UpdateRule.Residual")]
    [InlineData("Nothing = 1")]
    [InlineData("1")]
    [InlineData("Steps: 1")]
    [InlineData("Lipschitz = typeof(int)")]
    public void An_argument_that_does_not_compile_is_the_compilers_error_alone(string argument)
    {
        var before = UserProject.WithUsings($$"""
            [ScoreDepth({{argument}})]
            internal sealed partial class M : Module<Tensor, Tensor>
            {
                public M() : base("M") { }

                private Tensor Block(Tensor h) => h;
            }
            """);
        var run = GeneratorRun.Of(before).MustNotThrow();
        Assert.Single(run.Files);
        Assert.Subset(ErrorIds(before), ErrorIds(run.After.Value));
        Assert.DoesNotContain("CS0534", ErrorIds(run.After.Value));
    }

    private static HashSet<string> ErrorIds(Compilation compilation)
        => [.. compilation.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error).Select(problem => problem.Id)];
}
