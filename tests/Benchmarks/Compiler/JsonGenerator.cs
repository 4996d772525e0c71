using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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

    /// <summary>As many records as there are annotated classes, each of two properties, and the context that asks for them all.</summary>
    public static CSharpCompilation Records(int count, CSharpCompilation like)
    {
        var context = new StringBuilder("using System.Text.Json.Serialization;\n");
        for (var i = 0; i < count; i++)
        {
            context.Append($"[JsonSerializable(typeof(Record{i}))]\n");
        }

        context.Append("public sealed partial class Context : JsonSerializerContext;\n");
        return like.RemoveAllSyntaxTrees().AddSyntaxTrees(
        [
            .. Enumerable.Range(0, count).Select(i => CSharpSyntaxTree.ParseText($"public sealed record Record{i}(int Up, string Down);", path: $"Record{i}.cs")),
            CSharpSyntaxTree.ParseText(context.ToString(), path: "Context.cs"),
        ]);
    }
}
