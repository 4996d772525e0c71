using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Generator.Tracking;

/// <summary>
/// All that a class of a compilation may depend on outside its own file. A class gets to a type of another file by writing its name, or the name
/// of one that leads there; so its dependencies are what its own names lead to.
/// </summary>
internal sealed class Surroundings
{
    /// <summary>Types that the parser asks for by themselves.</summary>
    private static readonly string[] AlwaysUsed = ["torch", "Tensor"];

    private readonly Compilation compilation;
    private readonly Dictionary<string, Namesakes> types;
    private readonly IEnumerable<string> usedEverywhere;

    public Surroundings(Compilation compilation, IReadOnlyCollection<SourceFile> files)
    {
        this.compilation = compilation;
        types = ByName(files);
        usedEverywhere = AlwaysUsed.Concat(files.SelectMany(file => file.Facts.GlobalMentions));
        Project = FingerprintOf(compilation, files);
    }

    /// <summary>The fingerprint of what counts for every class: settings, references, and the outlines of all files in their order.</summary>
    public ulong Project { get; }

    public bool Contains(SyntaxTree file) => compilation.ContainsSyntaxTree(file);

    public ulong FingerprintOf(ImmutableArray<string> names)
    {
        var print = new Fingerprint();
        foreach (var name in names)
        {
            types.TryGetValue(name, out var type);
            for (; type is not null; type = type.Others)
            {
                print.Add(type.Facts.Members);
            }
        }

        return print.Value;
    }

    /// <summary>The types of the project that some names lead to.</summary>
    public ImmutableArray<string> Reach(IEnumerable<string> names)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>(names.Concat(usedEverywhere));
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (!types.TryGetValue(name, out var type) || !reached.Add(name))
            {
                continue;
            }

            for (var current = type; current is not null; current = current.Others)
            {
                foreach (var next in current.Facts.Mentions)
                {
                    open.Push(next);
                }
            }
        }

        return reached.ToImmutableArray();
    }

    private static Dictionary<string, Namesakes> ByName(IReadOnlyCollection<SourceFile> files)
    {
        var types = new Dictionary<string, Namesakes>(files.Count);
        foreach (var file in files)
        {
            foreach (var type in file.Facts.Types)
            {
                types.TryGetValue(type.Name, out var others);
                types[type.Name] = new Namesakes(type, others);
            }
        }

        return types;
    }

    private static ulong FingerprintOf(Compilation compilation, IEnumerable<SourceFile> files)
    {
        var print = new Fingerprint();
        print.Add(compilation.AssemblyName ?? "");
        print.Add((ulong)((CSharpCompilation)compilation).LanguageVersion);
        print.Add(Identity.Of(compilation.Options));
        foreach (var reference in compilation.ExternalReferences)
        {
            print.Add(Identity.Of(reference));
        }

        foreach (var file in files)
        {
            print.Add(file.Facts.Outline);
        }

        return print.Value;
    }

    /// <summary>A type, and the others of its name: its further parts, and types of other namespaces.</summary>
    private sealed record Namesakes(TypeFacts Facts, Namesakes? Others);
}
