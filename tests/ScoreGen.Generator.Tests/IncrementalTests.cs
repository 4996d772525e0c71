using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScoreGen.Generator.Emitting;

namespace ScoreGen.Generator.Tests;

/// <summary>What is computed again after an edit, and that nothing is emitted again unless it changed.</summary>
public class IncrementalTests
{
    /// <summary>A second annotated class, which no edit touches.</summary>
    private const string Neighbour = UserProject.Usings + """
        namespace Beside;

        [ScoreDepth]
        internal sealed partial class Neighbour : Module<Tensor, Tensor>
        {
            public Neighbour() : base("Neighbour") { }

            private Tensor Block(Tensor h) => h.tanh();
        }
        """;

    /// <summary>An error knows its file, and so it is another one after each edit there.</summary>
    public static TheoryData<string> Correct => [.. Sources.Names.Where(name => name != "Errors")];

    [Theory]
    [MemberData(nameof(Correct))]
    public void Another_file_changes_nothing(string source)
    {
        var before = Project(Sources.Text(source));
        var run = GeneratorRun.Of(before).Again(before.AddSyntaxTrees(UserProject.Parse("class Unrelated { int h; }", "Unrelated.cs")));
        AssertNothingEmitted(run);
    }

    [Theory]
    [MemberData(nameof(Correct))]
    public void A_comment_in_the_same_file_changes_nothing(string source)
    {
        var text = Sources.Text(source);
        AssertNothingEmitted(Edit(text, "// A comment.\n\n" + text + "\n// Another one.\n"));
    }

    [Theory]
    [MemberData(nameof(Correct))]
    public void A_body_changes_nothing(string source)
    {
        var text = Sources.Text(source);
        var edited = new BodyEditor().Visit(UserProject.Parse(text).GetRoot()).ToFullString();
        AssertNothingEmitted(Edit(text, edited));
    }

    [Theory]
    [MemberData(nameof(Correct))]
    public void An_annotation_changes_its_class_alone(string source)
    {
        var text = Sources.Text(source);
        var editor = new AnnotationEditor();
        var edited = editor.Visit(UserProject.Parse(text).GetRoot()).ToFullString();
        Assert.NotEqual(text, edited);

        var run = Edit(text, edited);
        AssertReasons(run, StepNames.Parse, changed: 1, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        AssertReasons(run, StepNames.Depths, changed: 1, IncrementalStepRunReason.Cached);
        AssertReasons(run, StepNames.Files, changed: 1, IncrementalStepRunReason.Cached);
        AssertReasons(run, StepNames.Support, changed: 0, IncrementalStepRunReason.Cached);
        var emitted = Emissions(run).Where(output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New);
        Assert.Single(emitted);
    }

    /// <summary>Annotated classes of an early file, before and after an edit.</summary>
    [Theory]
    [InlineData(new[] { "First" }, new[] { "First", "Second" })]
    [InlineData(new string[0], new[] { "First" })]
    [InlineData(new[] { "First", "Second" }, new[] { "Second" })]
    [InlineData(new[] { "First" }, new string[0])]
    [InlineData(new[] { "First" }, new[] { "Other" })]
    public void Classes_that_come_and_go_in_an_early_file_leave_those_behind_it(string[] before, string[] after)
    {
        var project = UserProject.Compile(Early(before), UserProject.Parse(Neighbour, "Neighbour.cs"), UserProject.Parse(Neighbour.Replace("Neighbour", "Last", StringComparison.Ordinal), "Last.cs"));
        var run = GeneratorRun.Of(project).Again(project.ReplaceSyntaxTree(project.SyntaxTrees[0], Early(after))).MustNotThrow();
        Assert.Equal(["Beside.Last.g.cs", "Beside.Neighbour.g.cs", .. after.Select(name => $"{name}.g.cs")], run.Files.Select(file => file.HintName).Order(StringComparer.Ordinal));

        var again = run.Result.TrackedSteps[StepNames.Places].SelectMany(execution => execution.Outputs)
            .Where(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
            .SelectMany(output => (IEnumerable<EmittedFile>)output.Value)
            .Select(file => file.MetadataName);
        Assert.Equal(after.Except(before), again);
        Assert.Equal(before.Union(after).Count() - before.Intersect(after).Count(), Emissions(run).Count(output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New));

        static SyntaxTree Early(string[] names) => UserProject.Parse(
            UserProject.Usings + string.Concat(names.Select(name => $"[ScoreDepth] partial class {name}() : Module<Tensor, Tensor>(\"{name}\") {{ Tensor Block(Tensor h) => h.cos(); }}\n")),
            "Early.cs");
    }

    [Fact]
    public void An_error_that_the_generator_reports_is_cached()
    {
        const string source = UserProject.Usings + "[ScoreDepth] class M : Module<Tensor, Tensor> { M() : base(\"\") { } Tensor Block(Tensor h) => h; }";
        var before = Project(source);
        var run = GeneratorRun.Of(before).Again(before.AddSyntaxTrees(UserProject.Parse("class Unrelated;", "Unrelated.cs")));
        AssertReasons(run, StepNames.Parse, changed: 0, IncrementalStepRunReason.Cached);
        AssertReasons(run, StepNames.Errors, changed: 0, IncrementalStepRunReason.Cached);
        Assert.Single(run.Result.Diagnostics);
    }

    [Theory]
    [MemberData(nameof(Sources.All), MemberType = typeof(Sources))]
    public void Two_compilations_have_equal_models_of_their_own(string source)
    {
        var first = Models(GeneratorRun.Of(source));
        var second = Models(GeneratorRun.Of(source));
        Assert.NotEmpty(first);
        Assert.Equal(first.Count, second.Count);
        foreach (var (one, other) in first.Zip(second))
        {
            Assert.Equal(one, other);
            Assert.Equal(one.GetHashCode(), other.GetHashCode());
            Assert.NotSame(one, other);
        }
    }

    [Theory]
    [MemberData(nameof(Sources.All), MemberType = typeof(Sources))]
    public void Models_hold_nothing_of_the_compiler(string source)
    {
        foreach (var model in Models(GeneratorRun.Of(source)))
        {
            Assert.Empty(ObjectGraph.TypesBehind(model).Where(type => !IsPlain(type)).Select(type => type.FullName));
        }
    }

    private static GeneratorRun Edit(string text, string edited)
    {
        var before = Project(text);
        var tree = before.SyntaxTrees[0];
        return GeneratorRun.Of(before).Again(before.ReplaceSyntaxTree(tree, UserProject.Parse(edited, tree.FilePath)));
    }

    private static CSharpCompilation Project(string text) => UserProject.Compile(UserProject.Parse(text), UserProject.Parse(Neighbour, "Neighbour.cs"));

    private static void AssertNothingEmitted(GeneratorRun run)
    {
        run.MustNotThrow();
        AssertReasons(run, StepNames.Parse, changed: 0, IncrementalStepRunReason.Cached);
        AssertReasons(run, StepNames.Depths, changed: 0, IncrementalStepRunReason.Cached);
        AssertReasons(run, StepNames.Files, changed: 0, IncrementalStepRunReason.Cached);
        AssertReasons(run, StepNames.Support, changed: 0, IncrementalStepRunReason.Cached);
        AssertReasons(run, StepNames.Twins, changed: 0, IncrementalStepRunReason.Cached);
        Assert.All(Emissions(run), output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static void AssertReasons(GeneratorRun run, string step, int changed, params IncrementalStepRunReason[] others)
    {
        var reasons = run.Result.TrackedSteps[step].SelectMany(execution => execution.Outputs).Select(output => output.Reason).ToList();
        Assert.NotEmpty(reasons);
        Assert.Equal(changed, reasons.Count(reason => reason == IncrementalStepRunReason.Modified));
        Assert.All(reasons.Where(reason => reason != IncrementalStepRunReason.Modified), reason => Assert.Contains(reason, others));
    }

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Emissions(GeneratorRun run)
        => run.Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(execution => execution.Outputs);

    private static List<object> Models(GeneratorRun run)
        => [.. run.Result.TrackedSteps[StepNames.Depths].SelectMany(execution => execution.Outputs).Select(output => output.Value).OfType<object>()];

    private static bool IsPlain(Type type)
        => type.IsPrimitive || type == typeof(string) || type.IsArray || type.Assembly == typeof(ScoreGenerator).Assembly
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            || type.Namespace == "Microsoft.CodeAnalysis.Text";

    /// <summary>Changes every body, and no declaration.</summary>
    private sealed class BodyEditor : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitArrowExpressionClause(ArrowExpressionClauseSyntax node)
            => node.WithExpression(SyntaxFactory.ParenthesizedExpression(node.Expression));

        public override SyntaxNode? VisitBlock(BlockSyntax node) => node.AddStatements(SyntaxFactory.EmptyStatement());
    }

    /// <summary>Changes the number of steps of the first annotated class, or of the evaluations of its solver.</summary>
    private sealed class AnnotationEditor : CSharpSyntaxRewriter
    {
        private bool done;

        public override SyntaxNode? VisitAttribute(AttributeSyntax node)
        {
            if (done || node.Name.ToString() is not ("ScoreDepth" or "ScoreEquilibrium"))
            {
                return node;
            }

            done = true;
            var others = node.ArgumentList?.Arguments.Where(argument => argument.NameEquals?.Name.ToString() is not ("Steps" or "Cycles" or "DtSchedule")).Select(argument => argument.ToString()) ?? [];
            var hasPhases = node.FirstAncestorOrSelf<TypeDeclarationSyntax>()!.ToString().Contains("Order = ", StringComparison.Ordinal);
            var setting = node.Name.ToString() == "ScoreEquilibrium" ? "MaxSteps = 50" : hasPhases ? "Cycles = 3" : "Steps = 5";
            return node.WithArgumentList(SyntaxFactory.ParseAttributeArgumentList($"({string.Join(", ", others.Prepend(setting))})"));
        }
    }
}
