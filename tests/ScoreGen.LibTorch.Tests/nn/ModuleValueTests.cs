using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Every layer computes what PyTorch's does: outputs, gradients, and state afterwards, in float32 and float64.</summary>
public class ModuleValueTests
{
    private static readonly Dictionary<string, Func<nn.Module>> Modules = new()
    {
        ["Linear"] = () => nn.Linear(3, 4),
        ["Linear without bias"] = () => nn.Linear(3, 4, hasBias: false),
        ["Embedding"] = () => nn.Embedding(6, 3),
        ["Embedding with padding"] = () => nn.Embedding(6, 3, padding_idx: 2),
        ["Embedding scaled by frequency"] = () => nn.Embedding(6, 3, scale_grad_by_freq: true),
        ["Embedding with a norm"] = () => nn.Embedding(6, 3, max_norm: 0.5),
        ["LayerNorm"] = () => nn.LayerNorm(4),
        ["LayerNorm over two dimensions"] = () => nn.LayerNorm([2, 4], eps: 1e-3),
        ["LayerNorm without affine"] = () => nn.LayerNorm(4, elementwise_affine: false),
        ["GroupNorm"] = () => nn.GroupNorm(2, 6),
        ["GroupNorm without affine"] = () => nn.GroupNorm(3, 6, affine: false),
        ["BatchNorm1d training"] = () => nn.BatchNorm1d(3),
        ["BatchNorm1d training on sequences"] = () => nn.BatchNorm1d(3, momentum: 0.3),
        ["BatchNorm1d evaluating"] = () => nn.BatchNorm1d(3),
        ["BatchNorm1d without statistics"] = () => nn.BatchNorm1d(3, track_running_stats: false),
        ["Conv1d"] = () => nn.Conv1d(4, 6, 3, stride: 2, padding: 1, dilation: 2, groups: 2),
        ["Conv1d unbatched"] = () => nn.Conv1d(4, 2, 3, bias: false),
        ["Conv1d same"] = () => nn.Conv1d(2, 3, 4, Padding.Same),
        ["Conv1d valid"] = () => nn.Conv1d(2, 3, 4, Padding.Valid),
        ["Conv1d reflect"] = () => nn.Conv1d(2, 3, 3, padding: 2, padding_mode: PaddingModes.Reflect),
        ["Conv1d replicate"] = () => nn.Conv1d(2, 3, 3, padding: 2, padding_mode: PaddingModes.Replicate),
        ["Conv1d circular"] = () => nn.Conv1d(2, 3, 3, padding: 2, padding_mode: PaddingModes.Circular),
        ["Conv1d circular same"] = () => nn.Conv1d(2, 3, 4, Padding.Same, padding_mode: PaddingModes.Circular),
        ["Conv2d"] = () => nn.Conv2d(2, 4, (3, 2), stride: (2, 1), padding: (1, 0), dilation: (1, 2), groups: 2),
        ["Conv2d square"] = () => nn.Conv2d(2, 3, 3, stride: 2, padding: 1),
        ["Conv2d same"] = () => nn.Conv2d(2, 3, (2, 3), Padding.Same),
        ["Conv2d reflect same"] = Reflecting,
        ["GRUCell"] = () => nn.GRUCell(3, 4),
        ["GRUCell without bias"] = () => nn.GRUCell(3, 4, bias: false),
        ["GRUCell from zeros"] = () => nn.GRUCell(3, 4),
        ["GRUCell unbatched"] = () => nn.GRUCell(3, 4),
        ["PReLU"] = () => nn.PReLU(3),
        ["Sequential"] = () => nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 2)),
        ["MultiheadAttention on itself"] = () => nn.MultiheadAttention(6, 2),
#if LIBTORCH
        ["MultiheadAttention across widths"] = () => nn.MultiheadAttention(6, 3, kdim: 4, vdim: 7),
#endif
        ["MultiheadAttention masked"] = () => nn.MultiheadAttention(6, 2, bias: false),
        ["MultiheadAttention with a float mask"] = () => nn.MultiheadAttention(6, 2),
        ["MultiheadAttention with learned sources"] = () => nn.MultiheadAttention(6, 2, add_bias_kv: true, add_zero_attn: true),
        ["TransformerEncoderLayer"] = () => nn.TransformerEncoderLayer(6, 2, 5, dropout: 0),
        ["TransformerEncoder"] = () => nn.TransformerEncoder(nn.TransformerEncoderLayer(6, 2, 5, dropout: 0), 3),
        ["TransformerEncoderLayer with GELU"] = () => nn.TransformerEncoderLayer(6, 3, 5, dropout: 0, activation: nn.Activations.GELU),
    };

    private static readonly IReadOnlyList<JsonElement> Cases = Recorded.Cases("nn", "modules.json");

    public static TheoryData<string> Titles => new(Cases.Where(recorded => Modules.ContainsKey(recorded.Name())).Select(Recorded.Title));

    [Theory]
    [MemberData(nameof(Titles))]
    public void Computes_what_PyTorch_computes(string title)
    {
        var recorded = Cases.Single(candidate => candidate.Title() == title);
        using var module = Modules[recorded.Name()]();
        RecordedRun.OfModule(recorded, module);
    }

#if LIBTORCH
    [Fact]
    public void Every_module_here_is_recorded() => Assert.Equal(Modules.Keys.Order(), Cases.Select(Recorded.Name).Distinct().Order());
#endif

    /// <summary>What PyTorch's layer does, spelt out: by name TorchSharp pads the other dimension, as the next test says.</summary>
    private static Conv2d Reflecting()
    {
        var layer = nn.Conv2d(2, 3, (2, 3));
        layer.register_forward_pre_hook((_, input) => nn.functional.pad(input, [1, 1, 0, 1], PaddingModes.Reflect));
        return layer;
    }

    [Fact]
    public void By_name_a_kernel_that_is_not_square_has_its_reflections_in_the_other_dimension()
    {
        using var scope = NewDisposeScope();
        using var same = nn.Conv2d(2, 3, (2, 3), Padding.Same, padding_mode: PaddingModes.Reflect);
        var input = arange(40, ScalarType.Float32).sin().reshape(1, 2, 4, 5);
        var padded = nn.functional.pad(input, [0, 1, 1, 1], PaddingModes.Reflect);
        var expected = nn.functional.conv2d(padded, same.weight, same.bias);
        Recorded.AssertNear(expected, same.call(input), "The output");
        Assert.Equal([1, 3, 5, 4], expected.shape);
    }
}
