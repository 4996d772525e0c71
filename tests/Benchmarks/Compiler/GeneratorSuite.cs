using Benchmarks.Timing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScoreGen.Generator;

namespace Benchmarks.Compiler;

/// <summary>What the generator costs in an IDE, cold and after an edit, over System.Text.Json's on as many types: 50 of them in a project of 1,000 files.</summary>
internal sealed class GeneratorSuite(Results results, int pairs)
{
    private const int Files = 1000;
    private const int Types = 50;

    /// <summary>The runtime compiles a method again when it has run 30 times, and after 30 more once again; an editor has been open for longer.</summary>
    private const int WarmUpRuns = 100;

    private static readonly IReadOnlyList<MetadataReference> References
        = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    public void Run()
    {
        if (JsonGenerator.Find() is not { } json)
        {
            results.Skip("gen_*_vs_stj", "the SDK has no System.Text.Json generator that this compiler can load");
            return;
        }

        var ours = new GeneratedProject(new ScoreGenerator().AsSourceGenerator(), Project(i => Encoder(i, 0, 0)));
        var theirs = new GeneratedProject(json, Project(i => JsonGenerator.Source(i, 0, 0)));
        Compare("gen_cold_vs_stj", ours.Cold(), theirs.Cold(), "50 annotated classes, cold / System.Text.Json's generator on 50 records");
        Compare("gen_edit_unrelated_vs_stj", ours.Edit(Files - 1, Plain), theirs.Edit(Files - 1, Plain), "an edit in another file / the same");
        Compare("gen_edit_body_vs_stj", ours.Edit(25, edit => Encoder(25, 0, edit)), theirs.Edit(25, edit => JsonGenerator.Source(25, 0, edit)), "an edit in a body / the same");
        Compare("gen_edit_attribute_vs_stj", ours.Edit(25, edit => Encoder(25, edit, 0)), theirs.Edit(25, edit => JsonGenerator.Source(25, edit, 0)), "an edit of an annotation / the same");
    }

    private void Compare(string name, IWork ours, IWork theirs, string what)
    {
        ours.Time(WarmUpRuns);
        theirs.Time(WarmUpRuns);
        var ratio = Ratio.Measure(ours, theirs, pairs);
        results.Add(name, ratio, 1.00, what);
        results.Add(name.Replace("_vs_stj", "_ms", StringComparison.Ordinal), Math.Round(1e3 * ratio.Seconds, 2), null, "ours, ms");
    }

    private static CSharpCompilation Project(Func<int, string> source) => CSharpCompilation.Create(
        "Project",
        Enumerable.Range(0, Files).Select(i => CSharpSyntaxTree.ParseText(i < Types ? source(i) : Plain(i), path: $"File{i}.cs")),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static string Plain(int number) => $$"""
        namespace Plain;

        internal sealed class Plain{{number}}
        {
            public int Number { get; } = {{number}};
        }
        """;

    private static string Encoder(int index, int annotation, int body) => $$"""
        using ScoreGen;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        [ScoreDepth(Steps = 4, Dt = 0.25, Lipschitz = 1.{{annotation}})]
        public sealed partial class Encoder{{index}} : Module<Tensor, Tensor>
        {
            private readonly Linear up = Linear(8, 32);
            private readonly Linear down = Linear(32, 8);

            public Encoder{{index}}()
                : base("Encoder") => RegisterComponents();

            private Tensor Block(Tensor h) => down.call(up.call(h).add({{body}}));
        }
        """;
}
