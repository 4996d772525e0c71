using Microsoft.CodeAnalysis;

namespace Benchmarks.Compiler;

/// <summary>A generator that asks the compiler for the annotated classes and does nothing with them: the floor of every generator that does.</summary>
internal sealed class AskingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.SyntaxProvider.ForAttributeWithMetadataName(
            "ScoreGen.ScoreDepthAttribute",
            static (_, _) => true,
            static (annotated, _) => annotated.TargetSymbol.Name);
        context.RegisterSourceOutput(names, static (_, _) => { });
    }
}
