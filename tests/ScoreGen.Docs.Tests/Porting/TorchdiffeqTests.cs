using System.Globalization;
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
/// The page's class for torchdiffeq's users computes what the page's Python does. Nothing here runs Python: the script beside this file has,
/// and wrote down what it ran and what came of it.
/// </summary>
public class TorchdiffeqTests
{
    private const double Tolerance = 1e-12;

    private static readonly Page Source = Page.Of("runtime/docs/porting/torchdiffeq.md");

    private static readonly JsonElement Data = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Porting", "torchdiffeq.json"))).RootElement;

    [Fact]
    public void ThePythonIsWhatRan()
        => Assert.Equal(Data.GetProperty("source").GetString(), Assert.Single(Source.Blocks, block => block.Language == "python").Code);

    [Fact]
    public void ResultAndGradientsAreEqual()
    {
        using var scope = NewDisposeScope();
        var start = JsonTensor.Of(Data.GetProperty("start")).requires_grad_();
        using var flow = PageProject.Of(Source).Create("Flow", start.shape[^1]);
        flow.to(ScalarType.Float64);
        Load(flow, Data.GetProperty("weights"));

        var end = flow.call(start);
        var inputs = flow.named_parameters().Select(item => (item.name, (Tensor)item.parameter)).Append(("start", start)).ToList();
        var gradients = autograd.grad([end.square().sum()], [.. inputs.Select(input => input.Item2)]);

        Close.To(Tolerance, JsonTensor.Of(Data.GetProperty("end")), end);
        foreach (var (i, (name, _)) in inputs.Index())
        {
            Close.To(Tolerance, JsonTensor.Of(Data.GetProperty("gradients").GetProperty(name)), gradients[i], $"gradient of {name}");
        }
    }

    [Fact]
    public void TheAdjointDiffersByWhatThePageSays()
    {
        var euler = Data.GetProperty("adjointDiffersBy").GetProperty("euler").GetDouble();
        var rk4 = Data.GetProperty("adjointDiffersBy").GetProperty("rk4").GetDouble();
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"is {100 * euler:0} % with `euler` and {100 * rk4:0.0000} % with `rk4`"), Source.Text);
    }

    private static void Load(Module module, JsonElement weights)
    {
        using var gradients = no_grad();
        foreach (var (name, parameter) in module.named_parameters())
        {
            parameter.copy_(JsonTensor.Of(weights.GetProperty(name)));
        }
    }
}
