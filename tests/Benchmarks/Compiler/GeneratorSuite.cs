using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ScoreGen.Generator;

namespace Benchmarks.Compiler;

/// <summary>What the generator costs in an IDE: cold, and after an edit, in a compilation of many annotated classes.</summary>
internal sealed class GeneratorSuite(Results results, int repeats)
{
    private const int Classes = 1000;

    private readonly CSharpCompilation compilation = CSharpCompilation.Create(
        "Annotated",
        Enumerable.Range(0, Classes).Select(i => CSharpSyntaxTree.ParseText(Source(i, dt: "0.25", body: "down.call(up.call(h))"), path: $"Encoder{i}.cs"))
            .Append(CSharpSyntaxTree.ParseText("class Unrelated;", path: "Unrelated.cs")),
        References(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public void Run()
    {
        CompareCold();
        Edit("gen_edit_unrelated_us", 300, "one edit in another file", tree: Classes, edit => $"class Unrelated {{ int x{edit}; }}");
        Edit("gen_edit_body_us", 2000, "one edit in the body of a block", tree: 500, edit => Source(500, "0.25", $"down.call(up.call(h).mul({edit}))"));
        Edit("gen_edit_attribute_us", 3000, "one edit of an annotation", tree: 500, edit => Source(500, $"0.{edit + 10}", "down.call(up.call(h))"));
    }

    private void CompareCold()
    {
        var json = JsonGenerator.Find();
        var records = JsonGenerator.Records(Classes, compilation);
        var (times, ratios) = (new List<double>(), new List<double>());
        for (var i = 0; i < Math.Max(5, repeats / 4); i++)
        {
            times.Add(Cold(new ScoreGenerator().AsSourceGenerator(), compilation));
            ratios.Add(times[^1] / (json is null ? double.NaN : Cold(json, records)));
        }

        results.Add($"gen_cold_{Classes}_ms", Median(times), null, $"{Classes} annotated classes, cold, ms");
        if (json is null)
        {
            results.Skip("gen_cold_per_class_vs_stj", "the SDK has no System.Text.Json generator that this compiler can load");
        }
        else
        {
            results.Add("gen_cold_per_class_vs_stj", Math.Round(ratios.Order().ElementAt(ratios.Count / 2), 3), 1.0, $"the same / System.Text.Json's generator on {Classes} records");
        }
    }

    private static double Cold(ISourceGenerator generator, CSharpCompilation source)
    {
        var fresh = source.Clone();
        var watch = Stopwatch.StartNew();
        CSharpGeneratorDriver.Create([generator]).RunGenerators(fresh);
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>The median of an edit's time over that of a generator that does nothing; the two take turns.</summary>
    private void Edit(string name, double bar, string what, int tree, Func<int, string> source)
    {
        var (ours, none, writing) = (Warm(new ScoreGenerator()), Warm(new NoGenerator()), Warm(new WritingGenerator(Classes)));
        var tracked = Warm(new ScoreGenerator(), tracksSteps: true);
        var (times, floors) = (new List<double>(), new List<double>());
        var outputs = 0;
        for (var i = 0; i < repeats; i++)
        {
            var edited = Replace(tree, source(i));
            var nothing = Time(ref none, edited.Clone());
            times.Add(Time(ref ours, edited.Clone()) - nothing);
            floors.Add(Time(ref writing, edited.Clone()) - nothing);
            tracked = tracked.RunGenerators(edited.Clone());
            outputs = Math.Max(outputs, Modified(tracked));
        }

        results.Add(name, Median(times), bar, what + ", µs over a generator that does nothing");
        results.Add(name.Replace("_us", "_floor_us", StringComparison.Ordinal), Median(floors), null, "the same for a generator that looks at nothing and writes as many files");
        if (name == "gen_edit_unrelated_us")
        {
            results.Add("gen_edit_unrelated_outputs", outputs, 0, "outputs written again on an unrelated edit");
        }
    }

    private static double Median(List<double> times) => Math.Round(times.Order().ElementAt(times.Count / 2), 1);

    private static double Time(ref GeneratorDriver driver, Compilation edited)
    {
        var watch = Stopwatch.StartNew();
        driver = driver.RunGenerators(edited);
        return watch.Elapsed.TotalMicroseconds;
    }

    private static int Modified(GeneratorDriver driver)
        => driver.GetRunResult().Results[0].TrackedOutputSteps.Values
            .SelectMany(steps => steps)
            .SelectMany(step => step.Outputs)
            .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    private GeneratorDriver Warm(IIncrementalGenerator generator, bool tracksSteps = false)
        => CSharpGeneratorDriver.Create(
                [generator.AsSourceGenerator()],
                driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracksSteps))
            .RunGenerators(compilation);

    private CSharpCompilation Replace(int index, string source)
    {
        var old = compilation.SyntaxTrees[index];
        return compilation.ReplaceSyntaxTree(old, old.WithChangedText(SourceText.From(source)));
    }

    private static string Source(int index, string dt, string body) => $$"""
        using ScoreGen;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        [ScoreDepth(Steps = 4, Dt = {{dt}})]
        public sealed partial class Encoder{{index}} : Module<Tensor, Tensor>
        {
            private readonly Linear up = Linear(8, 32);
            private readonly Linear down = Linear(32, 8);

            public Encoder{{index}}()
                : base("Encoder") => RegisterComponents();

            private Tensor Block(Tensor h) => {{body}};
        }
        """;

    private static IEnumerable<MetadataReference> References()
        => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
}
