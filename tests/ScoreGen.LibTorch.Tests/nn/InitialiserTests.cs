using System.Text.Json;
using static TorchSharp.torch;
using Init = TorchSharp.torch.nn.init;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Equal seeds give PyTorch's weights, and leave the random stream where PyTorch leaves it.</summary>
[Collection("Random stream")]
public class InitialiserTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Fillings = new()
    {
        ["uniform_"] = t => Init.uniform_(t, -0.3, 0.8),
        ["normal_"] = t => Init.normal_(t, 0.5, 2),
        ["xavier_uniform_"] = t => Init.xavier_uniform_(t, 1.3),
        ["kaiming_uniform_"] = t => Init.kaiming_uniform_(t, 0.4),
        ["kaiming_uniform_ out"] = t => Init.kaiming_uniform_(t, mode: Init.FanInOut.FanOut, nonlinearity: Init.NonlinearityType.ReLU),
        ["kaiming_normal_"] = t => Init.kaiming_normal_(t, nonlinearity: Init.NonlinearityType.Tanh),
        ["orthogonal_"] = t => Init.orthogonal_(t, 1.1),
    };

    private static readonly Dictionary<string, Func<nn.Module>> Modules = new()
    {
        ["Linear"] = () => nn.Linear(5, 3),
        ["Embedding"] = () => nn.Embedding(7, 4, padding_idx: 1),
        ["LayerNorm"] = () => nn.LayerNorm(4),
#if LIBTORCH
        ["GroupNorm"] = () => nn.GroupNorm(2, 4),
#endif
        ["BatchNorm1d"] = () => nn.BatchNorm1d(4),
        ["Conv1d"] = () => nn.Conv1d(4, 6, 3, groups: 2),
        ["Conv2d"] = () => nn.Conv2d(2, 3, (3, 2)),
        ["GRUCell"] = () => nn.GRUCell(3, 4),
        ["MultiheadAttention"] = () => nn.MultiheadAttention(6, 2, add_bias_kv: true),
        ["MultiheadAttention across widths"] = () => nn.MultiheadAttention(6, 2, kdim: 3, vdim: 5),
        ["TransformerEncoderLayer"] = () => nn.TransformerEncoderLayer(6, 2, 5),
    };

    private static readonly IReadOnlyList<JsonElement> Cases = Recorded.Cases("nn", "initialisers.json");
    private static readonly IReadOnlyList<JsonElement> RandomCases = Recorded.Cases("nn", "random.json");

    public static TheoryData<string> FillingNames => new(Cases.Select(Recorded.Name).Where(name => Fillings.ContainsKey(Filling(name))));

    public static TheoryData<string> ShapeNames => new(Cases.Select(Recorded.Name).Where(name => Filling(name) == "xavier_uniform_"));

    public static TheoryData<string> ModuleNames => new(Modules.Keys);

    public static TheoryData<string> RandomNames => new(RandomCases.Select(Recorded.Name));

    [Theory]
    [MemberData(nameof(FillingNames))]
    public void Initialisers_draw_PyTorchs_numbers(string name)
    {
        var recorded = Cases.Single(candidate => candidate.Name() == name);
        manual_seed(11);
        using var expected = recorded.GetProperty("value").ToTensor()!;
        using var filled = empty(expected.shape);
        Assert.Same(filled, Fillings[Filling(name)](filled));
        Recorded.AssertNear(expected, filled, name);
        AssertStream(recorded);
    }

    /// <summary>TorchSharp's xavier_normal_ draws the numbers of xavier_uniform_.</summary>
    [Theory]
    [MemberData(nameof(ShapeNames))]
    public void Xavier_normal_draws_uniformly(string name)
    {
        var recorded = Cases.Single(candidate => candidate.Name() == name);
        manual_seed(11);
        using var expected = recorded.GetProperty("value").ToTensor()!;
        using var filled = empty(expected.shape);
        Assert.Same(filled, Init.xavier_normal_(filled, 1.3));
        Recorded.AssertNear(expected, filled, name);
        AssertStream(recorded);
    }

    /// <summary>TorchSharp's trunc_normal_ has mean and deviation the wrong way round, and no √2; it is also as far along the stream as PyTorch's.</summary>
    [Theory]
    [MemberData(nameof(ShapeNames))]
    public void Trunc_normal_fills_with_TorchSharps_numbers(string name)
    {
        var recorded = Cases.Single(candidate => candidate.Name() == name.Replace("xavier_uniform_", "trunc_normal_", StringComparison.Ordinal));
        using var pytorchs = recorded.GetProperty("value").ToTensor()!;
        manual_seed(11);
        using var filled = empty(pytorchs.shape);
        Assert.Same(filled, Init.trunc_normal_(filled, 0.2, 1.5, -1, 2));
        using var expected = pytorchs.sub(0.2).div(1.5 * Math.Sqrt(2)).mul_(0.2).add_(1.5).clamp_(-1, 2);
        Recorded.AssertNear(expected, filled, name);
        AssertStream(recorded);
    }

    [Theory]
    [MemberData(nameof(ModuleNames))]
    public void Modules_start_from_PyTorchs_weights(string name)
    {
        var recorded = Cases.Single(candidate => candidate.Name() == name);
        manual_seed(13);
        using var module = Modules[name]();
        var expected = recorded.GetProperty("state").ToState();
        Assert.Equal(expected.Keys, module.state_dict().Keys);
        foreach (var (key, tensor) in module.state_dict())
            Recorded.AssertNear(expected[key].to_type(tensor.dtype), tensor, key, single: 1e-7);
        AssertStream(recorded);
    }

    [Theory]
    [MemberData(nameof(RandomNames))]
    public void Dropout_drops_what_PyTorch_drops(string name)
    {
        var recorded = RandomCases.Single(candidate => candidate.Name() == name);
        using var scope = NewDisposeScope();
        manual_seed(17);
        var output = name switch
        {
            "dropout" => nn.Dropout(0.4).call(Wave(4, 5)),
            "dropout evaluating" => nn.functional.dropout(Wave(4, 5), 0.4, training: false),
            "dropout of all" => nn.functional.dropout(Wave(4, 5), 1),
            "MultiheadAttention with dropout" => nn.MultiheadAttention(6, 2, dropout: 0.3).call(Wave(4, 2, 6), Wave(4, 2, 6), Wave(4, 2, 6)).Item1,
            _ => nn.TransformerEncoderLayer(6, 2, 5, dropout: 0.3).call(Wave(4, 2, 6)),
        };
        Recorded.AssertNear(recorded.GetProperty("value").ToTensor(), output, name);
        AssertStream(recorded);
    }

    /// <summary>The number that C++ libtorch 1.13 draws after the same layer and encoder of two copies.</summary>
    [Fact]
    public void An_encoder_leaves_the_stream_where_libtorch_leaves_it()
    {
        manual_seed(13);
        using var layer = nn.TransformerEncoderLayer(6, 2, 5);
        using var encoder = nn.TransformerEncoder(layer, 2);
        using var next = rand(1);
        Assert.Equal(0.0654196, next.item<float>(), 1e-6);
        Assert.True(layer.get_parameter("linear1.weight")!.allclose(encoder.get_parameter("layers.1.linear1.weight")!));
        Assert.Equal(24, encoder.parameters().Count());
    }

    /// <summary>TorchSharp hands no generator on.</summary>
    [Fact]
    public void A_generator_of_its_own_is_not_asked()
    {
        using var generator = new Generator(3UL);
        using var before = generator.get_state();
        Action<Tensor, Generator?>[] fillings =
        [
            (tensor, own) => Init.uniform_(tensor, generator: own!),
            (tensor, own) => Init.normal_(tensor, generator: own!),
            (tensor, own) => Init.trunc_normal_(tensor, generator: own!),
        ];
        foreach (var fill in fillings)
        {
            using var expected = empty(4);
            using var filled = empty(4);
            manual_seed(5);
            fill(expected, null);
            manual_seed(5);
            fill(filled, generator);
            Assert.True(expected.allclose(filled, 0, 0));
        }
        using var after = generator.get_state();
        Assert.True(before.eq(after).all().item<bool>());
    }

    private static string Filling(string name) => name.Contains(' ', StringComparison.Ordinal) ? name[..name.LastIndexOf(' ')] : name;

    private static void AssertStream(JsonElement recorded)
    {
        using var next = rand(1);
        Assert.Equal(recorded.GetProperty("next").GetDouble(), next.item<float>(), 1e-7);
    }

    private static Tensor Wave(params long[] shape)
    {
        var count = (int)shape.Aggregate(1L, (product, size) => product * size);
        var numbers = Enumerable.Range(0, count).Select(t => Math.Sin(1.7 * t) + Math.Cos(0.31 * t * t)).ToArray();
        return tensor(numbers, ScalarType.Float64).reshape(shape).to_type(ScalarType.Float32);
    }
}
