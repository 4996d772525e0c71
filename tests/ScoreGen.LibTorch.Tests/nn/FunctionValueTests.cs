using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Every activation and function computes what PyTorch's does: outputs and gradients, in float32 and float64.</summary>
public class FunctionValueTests
{
    private static readonly Dictionary<string, Func<nn.Module<Tensor, Tensor>>> Activations = new()
    {
        ["ReLU"] = () => nn.ReLU(),
        ["ReLU6"] = () => nn.ReLU6(),
        ["GELU"] = () => nn.GELU(),
        ["GELU by tanh"] = () => nn.GELU(GELU.Approximate.tanh),
        ["SiLU"] = () => nn.SiLU(),
        ["Mish"] = () => nn.Mish(),
        ["Tanh"] = () => nn.Tanh(),
        ["Sigmoid"] = () => nn.Sigmoid(),
        ["Softmax"] = () => nn.Softmax(1),
        ["LogSoftmax"] = () => nn.LogSoftmax(0),
        ["Softmin"] = () => nn.Softmin(1),
        ["LeakyReLU"] = () => nn.LeakyReLU(0.2),
        ["ELU"] = () => nn.ELU(0.7),
        ["CELU"] = () => nn.CELU(0.7),
        ["SELU"] = () => nn.SELU(),
        ["Softplus"] = () => nn.Softplus(2, 3),
        ["Softsign"] = () => nn.Softsign(),
        ["Hardtanh"] = () => nn.Hardtanh(-0.7, 1.1),
        ["Hardsigmoid"] = () => nn.Hardsigmoid(),
        ["Hardswish"] = () => nn.Hardswish(),
        ["LogSigmoid"] = () => nn.LogSigmoid(),
        ["GLU"] = () => nn.GLU(1),
        ["Flatten"] = () => nn.Flatten(0, 1),
        ["Identity"] = () => nn.Identity(),
    };

    private static readonly Dictionary<string, Func<Tensor?[], nn.Reduction, Tensor>> Losses = new()
    {
        ["mse_loss"] = (x, r) => F.mse_loss(x[0]!, x[1]!, r),
        ["l1_loss"] = (x, r) => F.l1_loss(x[0]!, x[1]!, r),
        ["smooth_l1_loss"] = (x, r) => F.smooth_l1_loss(x[0]!, x[1]!, r, 0.7),
        ["huber_loss"] = (x, r) => F.huber_loss(x[0]!, x[1]!, 0.7, r),
        ["cross_entropy"] = (x, r) => F.cross_entropy(x[0]!, x[1]!, x[2], reduction: r),
        ["nll_loss"] = (x, r) => F.nll_loss(x[0]!, x[1]!, x[2], r),
        ["binary_cross_entropy_with_logits"] = (x, r) => F.binary_cross_entropy_with_logits(x[0]!, x[1]!, x[2], r, x[3]),
        ["binary_cross_entropy"] = (x, r) => F.binary_cross_entropy(x[0]!, x[1]!, x[2], r),
        ["kl_div"] = (x, r) => F.kl_div(x[0]!, x[1]!, reduction: r),
    };

    private static readonly Dictionary<string, Func<Tensor?[], nn.Reduction, nn.Module<Tensor, Tensor, Tensor>>> LossModules = new()
    {
        ["mse_loss"] = (_, r) => nn.MSELoss(r),
        ["l1_loss"] = (_, r) => nn.L1Loss(r),
        ["smooth_l1_loss"] = (_, r) => nn.SmoothL1Loss(r, 0.7),
        ["huber_loss"] = (_, r) => nn.HuberLoss(0.7, r),
        ["cross_entropy"] = (x, r) => nn.CrossEntropyLoss(x[2], reduction: r),
        ["nll_loss"] = (x, r) => nn.NLLLoss(x[2], r),
        ["binary_cross_entropy_with_logits"] = (x, r) => nn.BCEWithLogitsLoss(x[2], r, x[3]),
        ["binary_cross_entropy"] = (x, r) => nn.BCELoss(x[2], r),
        ["kl_div"] = (_, r) => nn.KLDivLoss(reduction: r),
    };

    private static readonly Dictionary<string, Func<Tensor?[], Tensor>> Functions = new()
    {
        ["kl_div of probabilities"] = x => F.kl_div(x[0]!, x[1]!, log_target: false),
        ["cross_entropy ignoring and smoothing"] = x => F.cross_entropy(x[0]!, x[1]!, ignore_index: 3, label_smoothing: 0.2),
        ["cross_entropy of probabilities"] = x => F.cross_entropy(x[0]!, x[1]!.softmax(1)),
        ["cross_entropy of sequences"] = x => F.cross_entropy(x[0]!, x[1]!),
        ["normalize"] = x => F.normalize(x[0]!),
        ["normalize by the 1-norm"] = x => F.normalize(x[0]!, p: 1, dim: 0),
        ["one_hot"] = x => F.one_hot(x[0]!),
        ["one_hot of 6"] = x => F.one_hot(x[0]!, 6),
        ["pad"] = x => F.pad(x[0]!, (1, 2, 0, 1), value: 0.5),
        ["pad reflect"] = x => F.pad(x[0]!, (2, 1), PaddingModes.Reflect),
        ["pad replicate"] = x => F.pad(x[0]!, [2, 1], PaddingModes.Replicate),
        ["pad circular"] = x => F.pad(x[0]!, (2, 1), PaddingModes.Circular),
        ["scaled_dot_product_attention"] = x => F.scaled_dot_product_attention(x[0]!, x[1]!, x[2]!),
        ["scaled_dot_product_attention causal"] = x => F.scaled_dot_product_attention(x[0]!, x[1]!, x[2]!, is_casual: true),
        ["scaled_dot_product_attention with a float mask"] = x => F.scaled_dot_product_attention(x[0]!, x[1]!, x[2]!, x[3]),
        ["scaled_dot_product_attention with a bool mask"] = x => F.scaled_dot_product_attention(x[0]!, x[1]!, x[2]!, x[3]),
        ["batch_norm"] = x => F.batch_norm(x[0]!, x[1], x[2], eps: 1e-3),
    };

    private static readonly IReadOnlyList<JsonElement> ActivationCases = Recorded.Cases("nn", "activations.json");
    private static readonly IReadOnlyList<JsonElement> FunctionCases = Recorded.Cases("nn", "functions.json");

    public static TheoryData<string> ActivationTitles => new(ActivationCases.Select(Recorded.Title));

    public static TheoryData<string> FunctionTitles => new(FunctionCases.Select(Recorded.Title));

    [Theory]
    [MemberData(nameof(ActivationTitles))]
    public void Activations_compute_what_PyTorch_computes(string title)
    {
        var recorded = Case(ActivationCases, title);
        using var module = Activations[recorded.Name()]();
        Assert.IsAssignableFrom<IParameterLessModule>(module);
        if (module is Hardtanh hardtanh)
            RecordedRun.OfFunction(recorded, inputs => InPlace(hardtanh).call(inputs[0]!.clone()));
        else
            RecordedRun.OfModule(recorded, module);

        static Hardtanh InPlace(Hardtanh module)
        {
            module.inplace = true;
            return module;
        }
    }

    /// <summary>TorchSharp computes it and returns its input.</summary>
    [Fact]
    public void Hardtanh_that_is_not_in_place_returns_its_input_as_it_is()
    {
        using var module = nn.Hardtanh(-0.7, 1.1);
        using var input = tensor(new[] { -2f, 0.5f, 3f });
        Assert.Same(input, module.call(input));
        Assert.Same(input, F.hardtanh(input));
        Assert.Same(input, input.hardtanh(-1, 1));
        Assert.Equal([-2f, 0.5f, 3f], input.data<float>().ToArray());
    }

    /// <summary>TorchSharp makes a new tensor.</summary>
    [Fact]
    public void ELU_in_place_leaves_its_input_alone()
    {
        var recorded = Case(ActivationCases, "ELU, float32");
        using var module = nn.ELU(0.7, inplace: true);
        using var before = recorded.GetProperty("inputs")[0].ToTensor()!;
        using var input = before.clone();
        using var output = module.call(input);
        using var method = input.elu_(0.7);
        Recorded.AssertNear(recorded.GetProperty("outputs")[0].ToTensor(), output, "ELU");
        Recorded.AssertNear(output, method, "elu_");
        Recorded.AssertNear(before, input, "ELU's input");
    }

    [Theory]
    [MemberData(nameof(FunctionTitles))]
    public void Functions_compute_what_PyTorch_computes(string title)
    {
        var recorded = Case(FunctionCases, title);
        var name = recorded.Name();
        if (Functions.TryGetValue(name, out var function))
        {
            RecordedRun.OfFunction(recorded, function);
            return;
        }
        var (loss, reduction) = (name[..name.LastIndexOf(' ')], Enum.Parse<nn.Reduction>(name[(name.LastIndexOf(' ') + 1)..], ignoreCase: true));
        RecordedRun.OfFunction(recorded, inputs => Losses[loss](inputs, reduction));
        RecordedRun.OfFunction(recorded, inputs => LossModules[loss](inputs, reduction).call(inputs[0]!, inputs[1]!));
    }

    [Theory]
    [InlineData("ReLU", "ReLU6", "GELU", "GELU by tanh", "SiLU", "Mish", "Tanh", "Sigmoid", "LeakyReLU", "CELU", "SELU")]
    [InlineData("Softsign", "Hardtanh", "Hardsigmoid", "Hardswish")]
    public void In_place_activations_write_their_input(params string[] names)
    {
        foreach (var name in names)
        {
            using var module = Activations[name]();
            module.GetType().GetProperty("inplace")!.SetValue(module, true);
            var recorded = Case(ActivationCases, $"{name}, float32");
            using var input = recorded.GetProperty("inputs")[0].ToTensor()!;
            using var output = module.call(input);
            Recorded.AssertNear(recorded.GetProperty("outputs")[0].ToTensor(), output, name);
            Recorded.AssertNear(output, input, $"{name}'s input");
            Assert.NotSame(input, output);
        }
    }

    private static JsonElement Case(IReadOnlyList<JsonElement> cases, string title) => cases.Single(recorded => recorded.Title() == title);
}
