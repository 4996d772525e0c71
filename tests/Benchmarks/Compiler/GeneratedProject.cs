using System.Diagnostics;
using Benchmarks.Timing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Benchmarks.Compiler;

/// <summary>A project with a generator, whose runs are timed; what an editor does before them is not.</summary>
internal sealed class GeneratedProject(ISourceGenerator generator, CSharpCompilation project)
{
    /// <summary>The first run over the project.</summary>
    public IWork Cold() => new Runs(_ => (CSharpGeneratorDriver.Create([generator]), project.Clone()));

    /// <summary>A run after an edit of one file; each edit is another one.</summary>
    public IWork Edit(int file, Func<int, string> source)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator]).RunGenerators(project);
        var old = project.SyntaxTrees[file];
        return new Runs(edit => (driver, project.ReplaceSyntaxTree(old, old.WithChangedText(SourceText.From(source(edit))))));
    }

    private sealed class Runs(Func<int, (GeneratorDriver Driver, Compilation Compilation)> next) : IWork
    {
        private int edits;

        public double Time(int runs)
        {
            var watch = new Stopwatch();
            for (var i = 0; i < runs; i++)
            {
                var (driver, compilation) = next(++edits);
                watch.Start();
                driver.RunGenerators(compilation);
                watch.Stop();
            }

            return watch.Elapsed.TotalSeconds;
        }
    }
}
