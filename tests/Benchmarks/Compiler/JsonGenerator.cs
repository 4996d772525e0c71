using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace Benchmarks.Compiler;

/// <summary>The source generator of System.Text.Json, as the SDK of this machine brings it: a peer that reads as much of each type.</summary>
internal static class JsonGenerator
{
    /// <summary>The generator; null where the SDK has none that this compiler can load.</summary>
    public static ISourceGenerator? Find()
    {
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var packs = Path.Combine(dotnet, "packs", "Microsoft.NETCore.App.Ref");
        var file = Directory.Exists(packs)
            ? Directory.EnumerateFiles(packs, "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        try
        {
            return file is null ? null : Assembly.LoadFrom(file).GetTypes()
                .Where(type => type.IsDefined(typeof(GeneratorAttribute)) && typeof(IIncrementalGenerator).IsAssignableFrom(type))
                .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator())
                .FirstOrDefault();
        }
        catch (ReflectionTypeLoadException)
        {
            return null;
        }
    }

    /// <summary>A record of two properties and a method, and the context that asks for it.</summary>
    public static string Source(int index, int annotation, int body) => $$"""
        using System.Text.Json.Serialization;

        public sealed record Record{{index}}(int Up, string Down)
        {
            public int Sum() => Up + {{body}};
        }

        [JsonSerializable(typeof(Record{{index}}), TypeInfoPropertyName = "Info{{annotation}}")]
        public sealed partial class Context{{index}} : JsonSerializerContext;
        """;
}
