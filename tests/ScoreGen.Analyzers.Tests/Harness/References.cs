extern alias runtime;

using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>What a test's project references: the framework, ScoreGen and the torch of the switch.</summary>
internal static class References
{
    public static readonly MetadataReference Torch = Of(typeof(TorchSharp.torch));

    public static readonly MetadataReference ScoreGen = Of(typeof(runtime::ScoreGen.ScoreDepthAttribute));

    public static readonly IReadOnlyList<MetadataReference> Framework = [.. Net100.References.All];

    private static MetadataReference Of(Type type) => MetadataReference.CreateFromFile(type.Assembly.Location);
}
