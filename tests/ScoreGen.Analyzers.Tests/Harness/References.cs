extern alias runtime;

using Microsoft.CodeAnalysis;

namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>What a test's project references: the framework, ScoreGen and the torch of the switch.</summary>
internal static class References
{
    public static readonly MetadataReference Torch = Of(typeof(TorchSharp.torch));

    public static readonly MetadataReference ScoreGen = Of(typeof(runtime::ScoreGen.ScoreDepthAttribute));

    public static readonly IReadOnlyList<MetadataReference> Framework = [.. FrameworkFiles().Select(file => MetadataReference.CreateFromFile(file))];

    private static IEnumerable<string> FrameworkFiles()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(file => Path.GetDirectoryName(file) == folder);
    }

    private static MetadataReference Of(Type type) => MetadataReference.CreateFromFile(type.Assembly.Location);
}
