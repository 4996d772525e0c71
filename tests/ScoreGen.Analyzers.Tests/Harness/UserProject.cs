using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>The project of a user, as an editor holds it: with ScoreGen's generator and analyzers, and no file yet.</summary>
internal sealed record UserProject(LanguageVersion Language = LanguageVersion.Latest, bool WithTorch = true, params IReadOnlyList<string> TorchAliases)
{
    /// <summary>The name that the testing library finds it by.</summary>
    private const string Name = "TestProject";

    /// <summary>The tests run beside one another already.</summary>
    private static readonly CSharpCompilationOptions Options
        = new(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly ConcurrentDictionary<(bool, LanguageVersion), Project> Known = new();

    /// <summary>The namespaces of a typical model.</summary>
    public string Usings => string.Concat(Namespaces().Select(name => $"{(HasGlobalUsings ? "global " : "")}using {name};\n"));

    /// <summary>Global ones came with C# 10; before, each file has its own.</summary>
    public bool HasGlobalUsings => Language.MapSpecifiedToEffectiveVersion() >= LanguageVersion.CSharp10;

    public Project Open() => TorchAliases.Count > 0 ? Create() : Known.GetOrAdd((WithTorch, Language), _ => Create());

    /// <summary>It is compiled here, so that the references are read once for all who open it.</summary>
    private Project Create()
    {
        var project = new AdhocWorkspace()
            .AddProject(Name, LanguageNames.CSharp)
            .WithParseOptions(new CSharpParseOptions(Language))
            .WithCompilationOptions(Options)
            .AddMetadataReferences([.. References.Framework, References.ScoreGen])
            .AddAnalyzerReference(Tools.Instance);
        project = WithTorch ? project.AddMetadataReference(TorchAliases.Count > 0 ? References.Torch.WithAliases(TorchAliases) : References.Torch) : project;
        project.GetCompilationAsync().GetAwaiter().GetResult();
        return project;
    }

    private IEnumerable<string> Namespaces()
    {
        string[] always = ["System", "System.Collections.Generic", "System.Linq", "ScoreGen", "static ScoreGen.Integrator"];
        string[] torch = ["TorchSharp", "TorchSharp.Modules", "static TorchSharp.torch", "static TorchSharp.torch.nn"];
        return WithTorch && TorchAliases.Count == 0 ? [.. always, .. torch] : always;
    }
}
