using Microsoft.CodeAnalysis;

namespace Benchmarks.Compiler;

/// <summary>A generator that does nothing: what the compiler's driver costs by itself.</summary>
internal sealed class NoGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
