using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Six steps over two groups, against PyTorch's parameters after each.</summary>
public class OptimizerValueTests
{
    private static readonly Dictionary<string, Func<Parameter[], Parameter[], optim.Optimizer>> Optimizers = new()
    {
        ["SGD"] = (a, b) => optim.SGD(Sgd(a, b), 0.1),
        ["SGD with momentum"] = (a, b) => optim.SGD(Sgd(a, b), 0.1, momentum: 0.9),
        ["SGD with dampening and decay"] = (a, b) => optim.SGD(Sgd(a, b), 0.1, momentum: 0.8, dampening: 0.3, weight_decay: 0.05),
        ["SGD with Nesterov"] = (a, b) => optim.SGD(Sgd(a, b), 0.1, momentum: 0.9, nesterov: true, weight_decay: 0.01),
        ["SGD climbing"] = (a, b) => optim.SGD(Sgd(a, b), 0.1, maximize: true),
        ["Adam"] = (a, b) => optim.Adam(ForAdam(a, b), 0.02),
        ["Adam with decay"] = (a, b) => optim.Adam(ForAdam(a, b), 0.02, 0.8, 0.95, 1e-4, weight_decay: 0.1),
        ["Adam with amsgrad"] = (a, b) => optim.Adam(ForAdam(a, b), 0.02, amsgrad: true),
        ["Adam climbing"] = (a, b) => optim.Adam(ForAdam(a, b), 0.02, maximize: true),
        ["AdamW"] = (a, b) => optim.AdamW(ForAdamW(a, b), 0.02, weight_decay: 0.1),
        ["AdamW with amsgrad"] = (a, b) => optim.AdamW(ForAdamW(a, b), 0.02, 0.8, 0.95, weight_decay: 0.2, amsgrad: true),
        ["AdamW climbing"] = (a, b) => optim.AdamW(ForAdamW(a, b), 0.02, weight_decay: 0.1, maximize: true),
    };

    private static readonly IReadOnlyList<JsonElement> Cases = Recorded.Cases("optim", "optimizers.json");

    public static TheoryData<string> Titles => new(Cases.Select(Recorded.Title));

    [Theory]
    [MemberData(nameof(Titles))]
    public void Steps_are_PyTorchs(string title)
    {
        var recorded = Cases.Single(candidate => candidate.Title() == title);
        using var scope = NewDisposeScope();
        var parameters = recorded.GetProperty("start").ToTensors().Select(start => nn.Parameter(start!)).ToArray();
        using var optimizer = Optimizers[recorded.Name()](parameters[..2], parameters[2..]);
        foreach (var (step, number) in recorded.GetProperty("steps").EnumerateArray().Select((step, i) => (step, i)))
        {
            foreach (var (parameter, gradient) in parameters.Zip(step.GetProperty("grads").ToTensors()))
                parameter.grad = gradient;
            Assert.Null(optimizer.step());
            foreach (var (parameter, expected) in parameters.Zip(step.GetProperty("params").ToTensors()))
                Recorded.AssertNear(expected, parameter, $"After step {number}");
        }
    }

    [Fact]
    public void Every_optimizer_here_is_recorded() => Assert.Equal(Optimizers.Keys.Order(), Cases.Select(Recorded.Name).Distinct().Order());

    private static SGD.ParamGroup[] Sgd(Parameter[] a, Parameter[] b) => [new(a, new SGD.Options()), new(b, new SGD.Options { LearningRate = 0.2 })];

    private static Adam.ParamGroup[] ForAdam(Parameter[] a, Parameter[] b) => [new(a, new Adam.Options()), new(b, new Adam.Options { LearningRate = 0.04 })];

    private static AdamW.ParamGroup[] ForAdamW(Parameter[] a, Parameter[] b) => [new(a, new AdamW.Options()), new(b, new AdamW.Options { LearningRate = 0.04 })];
}
