using System.Text.Json;
using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Peers;
using ScoreGen.Docs.Tests.Compiling;
using ScoreGen.Docs.Tests.Pages;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Docs.Tests.Porting;

/// <summary>
/// The page's class for torchdeq's users computes what the page's Python does. Nothing here runs Python: the script beside this file has, and wrote down what it ran and what
/// came of it.
/// </summary>
public class TorchdeqTests
{
    /// <summary>Both stop at 1e-6, of different distances.</summary>
    private const double Tolerance = 1e-5;

    private static readonly Page Source = Page.Of("runtime/docs/porting/torchdeq.md");

    private static readonly JsonElement Data = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Porting", "torchdeq.json"))).RootElement;

    [Fact]
    public void ThePythonIsWhatRan()
        => Assert.Equal(Data.GetProperty("source").GetString(), Assert.Single(Source.Blocks, block => block.Language == "python").Code);

    [Fact]
    public void ResultAndGradientsAreEqual()
    {
        using var scope = NewDisposeScope();
        var x = JsonTensor.Of(Data.GetProperty("x")).requires_grad_();
        using var layer = (Module<Tensor, Tensor, Tensor>)Activator.CreateInstance(PageProject.Of(Source).Type("Layer"), x.shape[^1])!;
        layer.to(ScalarType.Float64);
        using (no_grad())
        {
            layer.named_parameters().ToList().ForEach(item => item.parameter.copy_(JsonTensor.Of(Data.GetProperty("weights").GetProperty(item.name))));
        }

        var end = layer.call(zeros_like(x), x);
        end.square().sum().backward();

        Close.To(Tolerance, JsonTensor.Of(Data.GetProperty("end")), end);
        foreach (var (name, tensor) in layer.named_parameters().Select(item => (item.name, (Tensor)item.parameter)).Append(("x", x)))
        {
            Close.To(Tolerance, JsonTensor.Of(Data.GetProperty("gradients").GetProperty(name)), tensor.grad!, $"gradient of {name}");
        }
    }
}
