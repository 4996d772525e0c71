using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Benchmarks.Compiler;

/// <summary>A generator that looks at nothing and writes as many files: the floor of every generator that writes one for each class.</summary>
internal sealed class WritingGenerator(int files) : IIncrementalGenerator
{
    private readonly int[] numbers = [.. Enumerable.Range(0, files)];

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var all = context.CompilationProvider.Select((_, _) => numbers).SelectMany(static (numbers, _) => numbers);
        context.RegisterSourceOutput(all, static (output, number) => output.AddSource(
            string.Create(CultureInfo.InvariantCulture, $"Encoder{number}.g.cs"),
            SourceText.From(string.Create(CultureInfo.InvariantCulture, $"partial class Encoder{number};"), Encoding.UTF8)));
    }
}
