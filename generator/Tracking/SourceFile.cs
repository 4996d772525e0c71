using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ScoreGen.Generator.Tracking;

/// <summary>What is known of a file. An edit elsewhere brings a new compilation, but the same syntax tree.</summary>
internal sealed class SourceFile
{
    private static readonly ConditionalWeakTable<SyntaxTree, SourceFile> Known = new();

    private FileFacts? facts;
    private volatile Reading? reading;

    private SourceFile(SyntaxTree tree)
    {
        Tree = tree;
        Candidates = new Candidates(tree.GetRoot());
    }

    public SyntaxTree Tree { get; }

    public Candidates Candidates { get; }

    public FileFacts Facts => LazyInitializer.EnsureInitialized(ref facts, () => FileReader.Read(Tree))!;

    /// <summary>What was last made of its annotated classes; null before the first time.</summary>
    public Reading? LastReading
    {
        get => reading;
        set => reading = value;
    }

    public static SourceFile Of(SyntaxTree tree) => Known.GetValue(tree, static tree => new SourceFile(tree));
}
