using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Generator.Tests;

/// <summary>
/// The files that emitted passes share, compiled once for whoever compiles passes by the thousand: they are half of what there is to bind. The rest of a
/// compilation sees no difference between them and a reference to them.
/// </summary>
internal static class CompiledSupport
{
    private static readonly ConcurrentDictionary<string, Lazy<CSharpCompilation>> Known = new();

    /// <summary>Whatever the files use they find in one of these.</summary>
    private static readonly ImmutableHashSet<string> Roots = [.. UserProject.Compile().GlobalNamespace.GetMembers().Select(member => member.Name)];

    /// <summary>A project that has the support of a run, and no other sources.</summary>
    public static CSharpCompilation Of(GeneratorRun run)
    {
        var files = run.Result.GeneratedSources.Where(GeneratorRun.IsShared).ToList();
        var trees = files.Select(file => file.SyntaxTree).ToArray();
        if (CanBeChangedBy(run.Before))
        {
            return UserProject.Compile(trees);
        }

        return Known.GetOrAdd(string.Concat(files.Select(file => file.SourceText)), _ => new(() => Referring(trees))).Value;
    }

    /// <summary>Whether a user's project adds to the namespaces in which the files find what they use.</summary>
    private static bool CanBeChangedBy(CSharpCompilation user) => user.Assembly.GlobalNamespace.GetMembers().Any(member => Roots.Contains(member.Name));

    private static CSharpCompilation Referring(SyntaxTree[] files)
    {
        var user = UserProject.Compile();
        var friend = $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{user.AssemblyName}\")]";
        var parsed = files.Select(file => (CSharpParseOptions)file.Options).FirstOrDefault();
        using var support = new MemoryStream();
        var result = UserProject.Compile([UserProject.Parse(friend, options: parsed), .. files]).WithAssemblyName("Support").Emit(support);
        Assert.True(result.Success && result.Diagnostics.All(diagnostic => diagnostic.Severity < DiagnosticSeverity.Warning), string.Join("\n", result.Diagnostics));
        return user.AddReferences(MetadataReference.CreateFromImage(support.ToArray()));
    }
}
