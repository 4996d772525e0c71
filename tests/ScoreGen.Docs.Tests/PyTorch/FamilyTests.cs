using System.Text.Json;
using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Peers;
using ScoreGen.Docs.Tests.Compiling;
using ScoreGen.Docs.Tests.Pages;
using TorchSharp.PyBridge;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Docs.Tests.PyTorch;

/// <summary>Annotated classes of every kind of layer and the PyTorch modules of the same shape share their files of weights.</summary>
public sealed class FamilyTests : IDisposable
{
    private const double Rounding = 1e-5;
    private const string Place = "tests/ScoreGen.Docs.Tests/PyTorch/";

    private static readonly string Script = Repository.PathOf(Place + "families.py");

    private static readonly JsonElement Keys = Json(Repository.Read(Place + "keys.json"));

    private static readonly Lazy<Project> Models = new(() => new Project(("Families.cs", Repository.Read(Place + "Families.cs"))));

    private static readonly IReadOnlyDictionary<string, long[]> Shapes = new Dictionary<string, long[]>
    {
        ["Perceptron"] = [5, 6],
        ["Encoder"] = [4, 2, 6],
        ["Stage"] = [2, 6, 4, 4],
        ["Recurrent"] = [2, 6],
        ["Sequenced"] = [2, 6, 5],
    };

    private readonly string folder = Directory.CreateTempSubdirectory("scoregen-").FullName;

    public static TheoryData<string> Families => [.. Shapes.Keys];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Families))]
    public void TheNamesAreThoseOfPyTorch(string family)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(Names(Keys, family).Order(), Create(family).state_dict().Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void WhatIsSavedIsReadBack(string family)
    {
        using var scope = NewDisposeScope();
        var (model, fromPy, fromSafetensors) = (Create(family), Create(family), Create(family));
        Write(model, family);

        fromPy.load_py(FileOf(family, "pt"));
        fromSafetensors.load_safetensors(FileOf(family, "safetensors"));

        foreach (var (name, weight) in model.state_dict())
        {
            Close.Exactly(weight, fromPy.state_dict()[name], name);
            Close.Exactly(weight, fromSafetensors.state_dict()[name], name);
        }
    }

    [PyTorchFact]
    public void TheNamesThatAreKeptAreThoseOfPyTorchHere()
        => Assert.All(Shapes.Keys, family => Assert.Equal(Names(Keys, family), Names(Json(Python.Said(Script, "keys")), family)));

    [PyTorchFact]
    public void PyTorchComputesTheSameWithWhatCSharpSaved()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var outputs = Shapes.Keys.ToDictionary(family => family, WriteWithInput);

        var said = Json(Python.Said(Script, "read", folder));

        Assert.All(outputs, expected => Assert.All(new[] { "pt", "safetensors" }, ending =>
            Close.To(Rounding, expected.Value.to(ScalarType.Float64), JsonTensor.Of(said.GetProperty($"{expected.Key}.{ending}")), $"{expected.Key}.{ending}")));
    }

    [PyTorchFact]
    public void CSharpComputesTheSameWithWhatPyTorchSaved()
    {
        using var scope = NewDisposeScope();
        Python.Said(Script, "write", folder);

        Assert.All(Shapes.Keys, family =>
        {
            var said = Json(File.ReadAllText(FileOf(family, "json")));
            var model = Create(family);
            model.load_py(FileOf(family, "pt"));
            model.eval();
            using var guard = no_grad();
            Close.To(Rounding, JsonTensor.Of(said.GetProperty("output")), model.call(JsonTensor.Of(said.GetProperty("input")).to(ScalarType.Float32)).to(ScalarType.Float64), family);
        });
    }

    private static Module<Tensor, Tensor> Create(string family) => Models.Value.Create(family);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static IEnumerable<string> Names(JsonElement keys, string family) => keys.GetProperty(family).EnumerateArray().Select(name => name.GetString()!);

    private static string Text(Tensor tensor) => tensor.dim() == 0
        ? tensor.item<float>().ToString("R", System.Globalization.CultureInfo.InvariantCulture)
        : $"[{string.Join(',', tensor.unbind().Select(Text))}]";

    private string FileOf(string family, string ending) => Path.Combine(folder, $"{family}.{ending}");

    /// <summary>After a pass in training, so that statistics are not what they begin with.</summary>
    private void Write(Module<Tensor, Tensor> model, string family)
    {
        model.call(randn(Shapes[family]));
        model.save_py(FileOf(family, "pt"));
        model.save_safetensors(FileOf(family, "safetensors"));
    }

    private Tensor WriteWithInput(string family)
    {
        var (model, input) = (Create(family), randn(Shapes[family]));
        Write(model, family);
        File.WriteAllText(FileOf(family, "json"), Text(input));
        model.eval();
        using var guard = no_grad();
        return model.call(input);
    }
}
