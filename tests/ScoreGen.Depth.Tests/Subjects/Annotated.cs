using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScoreGen.Generator;

namespace ScoreGen.Depth.Tests.Subjects;

/// <summary>Compiles annotated classes that derive from one of this project.</summary>
internal static class Annotated
{
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Empty",
        references: References().Select(path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error,
            // TorchSharp was built against an older .NET; the SDK has every project keep silent about that.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress)]));

    private static int assemblies;

    /// <summary>The class for each annotation, with the block that its base has.</summary>
    public static Dictionary<string, Type> Compile(Type block, IReadOnlyList<string> annotations)
    {
        var assembly = Compile(block.Name, annotations.Select((annotation, i) => Source(block, annotation, Name(i))));
        return annotations.Index().ToDictionary(item => item.Item, item => assembly.GetType(Name(item.Index), throwOnError: true)!);
    }

    /// <summary>An assembly of these files and what is generated for them.</summary>
    public static Assembly Compile(string name, IEnumerable<string> sources)
    {
        var compilation = Empty
            .WithAssemblyName($"{name}.{Interlocked.Increment(ref assemblies)}")
            .AddSyntaxTrees(sources.Select(source => CSharpSyntaxTree.ParseText(source)));
        CSharpGeneratorDriver.Create(new ScoreGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        using var image = new MemoryStream();
        var result = generated.Emit(image);
        Assert.True(result.Success, $"{name}:\n{string.Join('\n', result.Diagnostics)}");
        image.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }

    private static string Name(int index) => $"Subject{index}";

    private static string Source(Type block, string annotation, string name)
    {
        var inputs = HasContext(block) ? "h, context" : "h";
        return $$"""
            using ScoreGen;
            using ScoreGen.Depth.Tests.Subjects;
            using TorchSharp;

            {{annotation}}
            public sealed partial class {{name}} : global::{{block.FullName!.Replace('+', '.')}}, IEmitted
            {
                ScorePlan IEmitted.Plan => Depth;

                torch.Tensor IEmitted.Forward(torch.Tensor h, torch.Tensor context) => call({{inputs}});

                torch.Tensor IEmitted.ForwardSteps(int steps, torch.Tensor h, torch.Tensor context) => ForwardSteps(steps, {{inputs}});

                torch.Tensor[] IEmitted.States(torch.Tensor h, torch.Tensor context) => States({{inputs}});

                ScoreTrace IEmitted.Trace(torch.Tensor h, torch.Tensor context) => Trace({{inputs}});
            }
            """;
    }

    private static bool HasContext(Type? type)
        => type is { IsGenericType: true } ? type.GetGenericArguments().Length == 3 : HasContext(type!.BaseType);

    private static IEnumerable<string> References()
        => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Append(typeof(Annotated).Assembly.Location)
            .DistinctBy(Path.GetFileName);
}
