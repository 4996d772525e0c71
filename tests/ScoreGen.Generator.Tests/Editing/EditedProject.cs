using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Generator.Tests.Editing;

/// <summary>A project of several files in an editor: after each edit the generator runs again and may reuse what it has.</summary>
internal sealed class EditedProject
{
    private readonly Dictionary<string, string> texts = [];
    private CSharpCompilation compilation = UserProject.Compile();
    private GeneratorRun? run;

    public EditedProject(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            Write(name, text);
        }

        Generate();
        Generate();
    }

    public SyntaxTree File(string name) => compilation.SyntaxTrees.Single(tree => tree.FilePath == name);

    /// <summary>Changes a file; an empty text removes it.</summary>
    public void Write(string name, string text)
    {
        var old = compilation.SyntaxTrees.SingleOrDefault(tree => tree.FilePath == name);
        if (texts.GetValueOrDefault(name, "") == text)
        {
            return;
        }

        texts[name] = text;
        compilation = (old, text) switch
        {
            (null, _) => compilation.AddSyntaxTrees(UserProject.Parse(text, name)),
            (_, "") => compilation.RemoveSyntaxTrees(old),
            _ => compilation.ReplaceSyntaxTree(old, UserProject.Parse(text, name)),
        };
    }

    public void Set(CSharpCompilationOptions options) => compilation = compilation.WithOptions(options);

    public void Generate() => run = run is null ? GeneratorRun.Of(compilation) : run.Again(compilation.Clone());

    /// <summary>What the generator has written and reported, reusing what it could.</summary>
    public string Output() => Text(run!);

    /// <summary>What it writes and reports for the same files when it sees them for the first time.</summary>
    public string ColdOutput()
    {
        var files = compilation.SyntaxTrees.Select(tree => UserProject.Parse(texts[tree.FilePath], tree.FilePath)).ToArray();
        return Text(GeneratorRun.Of(UserProject.Compile(files).WithOptions(compilation.Options)));
    }

    private static string Text(GeneratorRun run)
    {
        run.MustNotThrow();
        var files = run.Result.GeneratedSources.Select(file => $"// {file.HintName}\n{file.SourceText}");
        var reports = run.Result.Diagnostics.Select(diagnostic => $"{diagnostic.Location.GetLineSpan()}: {diagnostic}").Order(StringComparer.Ordinal);
        return string.Join("\n", files.Order(StringComparer.Ordinal).Concat(reports));
    }
}
