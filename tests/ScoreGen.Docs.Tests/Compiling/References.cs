using Microsoft.CodeAnalysis;

namespace ScoreGen.Docs.Tests.Compiling;

/// <summary>What a model's project references: the framework, ScoreGen and the torch of the switch.</summary>
internal static class References
{
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. FrameworkFiles().Append(typeof(ScoreDepthAttribute).Assembly.Location).Append(typeof(TorchSharp.torch).Assembly.Location)
            .Append(typeof(TorchSharp.PyBridge.PyBridgeModuleExtensions).Assembly.Location)
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private static IEnumerable<string> FrameworkFiles()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(file => Path.GetDirectoryName(file) == folder);
    }
}
