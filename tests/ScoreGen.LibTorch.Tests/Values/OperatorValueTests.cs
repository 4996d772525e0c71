using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Values;

/// <summary>Each operator gives PyTorch's values and gradients, and its gradients are those of its values.</summary>
public class OperatorValueTests
{
    private static readonly IReadOnlyDictionary<(string Case, string Type), OperatorRecord> records =
        OperatorRecord.Read(Path.Combine(AppContext.BaseDirectory, "Values", "operators.txt"));

    private static readonly Dictionary<string, Func<Tensor[], Tensor>> functions = new(OperatorCases.Functions.Concat(FurtherCases.Functions));

    public static IEnumerable<object[]> Cases => records.Keys.Select(key => new object[] { key.Case, key.Type });

    private static readonly string[] Jumping = ["div_floor", "remainder", "div_trunc", "div_scalar_floor", "fmod", "round_decimals"];

    /// <summary>All but those whose value jumps.</summary>
    public static IEnumerable<object[]> SmoothCases =>
        records.Keys.Select(key => key.Case).Distinct().Except(Jumping).Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_and_gradients_are_PyTorchs(string name, string type)
    {
        using var scope = NewDisposeScope();
        var record = records[(name, type)];
        var inputs = record["in"];
        foreach (var input in inputs)
            input.requires_grad = true;
        var result = functions[name](inputs);
        Same(record["out"][0], result, $"{name} {type}");
        var weights = linspace(0.5, 1.5, result.numel(), ScalarType.Float64).to(record.Type).reshape(result.shape);
        var grads = autograd.grad([(result * weights).sum()], inputs);
        foreach (var (expected, actual) in record["grad"].Zip(grads))
            Same(expected, actual, $"gradient of {name} {type}");
    }

    [Theory]
    [MemberData(nameof(SmoothCases))]
    public void Gradients_are_those_of_the_values(string name)
    {
        using var scope = NewDisposeScope();
        var record = records[(name, "float64")];
        var inputs = record["in"];
        for (var i = 0; i < inputs.Length; i++)
            Same(Numerical(functions[name], inputs, i), record["grad"][i], $"numerical gradient of {name}", 1e-6);
    }

    [Fact]
    public void Every_case_has_both_sides() => Assert.Equal(
        records.Keys.Select(key => key.Case).Distinct().Order(), functions.Keys.Order());

    private static Tensor Numerical(Func<Tensor[], Tensor> function, Tensor[] inputs, int which)
    {
        const double step = 1e-6;
        var gradient = zeros_like(inputs[which]);
        for (var i = 0L; i < gradient.numel(); i++)
            gradient.view(-1)[i] = (Shifted(i, step) - Shifted(i, -step)) / (2 * step);
        return gradient;

        double Shifted(long place, double by)
        {
            var moved = inputs[which].clone();
            moved.view(-1)[place] += by;
            var result = function([.. inputs.Select((input, i) => i == which ? moved : input.clone())]);
            return (result * linspace(0.5, 1.5, result.numel(), ScalarType.Float64).reshape(result.shape)).sum().item<double>();
        }
    }

    private static void Same(Tensor expected, Tensor actual, string what, double? tolerance = null)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.dtype, actual.dtype);
        var relative = tolerance ?? (expected.dtype == ScalarType.Float32 ? 2e-5 : 1e-12);
        var worst = (expected - actual).abs().div(expected.abs().clamp_min(1)).max().ToDouble();
        Assert.True(worst <= relative, $"{what} differs by {worst:G3}.");
    }
}
