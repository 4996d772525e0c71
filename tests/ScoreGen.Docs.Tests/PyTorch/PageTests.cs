using System.Globalization;
using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Docs.Tests.Compiling;
using ScoreGen.Docs.Tests.Pages;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Docs.Tests.PyTorch;

/// <summary>The two models of the page are one: what either saves the other loads, and both compute the same.</summary>
public sealed class PageTests : IDisposable
{
    private const double Rounding = 1e-5;
    private const string Show = "print(' '.join(f'{x:.9g}' for x in model(torch.arange(8.0)).tolist()))\n";

    private static readonly Page Source = Page.Of("runtime/docs/pytorch.md");
    private static readonly string Model = Assert.Single(Source.Blocks, block => block.Language == "python").Code;
    private static readonly Lazy<Project> Code = new(() => PageProject.Of(Source));

    private readonly string folder = Directory.CreateTempSubdirectory("scoregen-").FullName;

    private string FileName => Path.Combine(folder, "model.pt");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [PyTorchFact]
    public void WhatPyTorchSavesCSharpLoads()
    {
        using var scope = NewDisposeScope();
        var expected = Said($"model = Regressor(8)\n{Cell("torch.save(")}\n");

        var model = (Module<Tensor, Tensor>)Call("Read", FileName)!;

        Close.To(Rounding, expected, model.call(arange(8f)));
    }

    [PyTorchFact]
    public void WhatCSharpSavesPyTorchLoads()
    {
        using var scope = NewDisposeScope();
        var model = Code.Value.Create("Regressor", 8L);
        Call("Write", model, FileName);

        Close.To(Rounding, model.call(arange(8f)), Said($"model = Regressor(8)\n{Cell("model.load_state_dict(torch.load(")}\n"));
    }

    private static object? Call(string method, params object[] arguments) => Code.Value.Type("RegressorFile").GetMethod(method)!.Invoke(null, arguments);

    /// <summary>The Python in the page's table that begins so, with the test's file in place of the page's.</summary>
    private string Cell(string start)
    {
        var from = Source.Text.IndexOf("`" + start, StringComparison.Ordinal) + 1;
        return Source.Text[from..Source.Text.IndexOf('`', from)].Replace("model.pt", FileName, StringComparison.Ordinal);
    }

    private static Tensor Said(string script)
        => tensor(Python.Said("-c", Model + script + Show).Split(' ').Select(number => float.Parse(number, CultureInfo.InvariantCulture)).ToArray());
}
