using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Runs a module or a function on recorded inputs and compares outputs, gradients and state with the recorded ones.</summary>
internal static class RecordedRun
{
    public static void OfFunction(JsonElement recorded, Func<Tensor?[], Tensor> function)
    {
        using var scope = NewDisposeScope();
        Compare(recorded, inputs => [function(inputs)], null);
    }

    public static void OfModule(JsonElement recorded, nn.Module module)
    {
        using var scope = NewDisposeScope();
        module.to(recorded.Type());
        if (recorded.Name().Contains("evaluating", StringComparison.Ordinal) || recorded.Name().Contains("without statistics", StringComparison.Ordinal))
            module.eval();
        var state = recorded.GetProperty("state").ToState();
        Assert.Equal(state.Keys, module.state_dict().Keys);
        module.load_state_dict(state.ToDictionary(entry => entry.Key, entry => entry.Value.to_type(module.state_dict()[entry.Key].dtype)));
        Compare(recorded, inputs => Call(module, inputs), module);
    }

    private static Tensor[] Call(nn.Module module, Tensor?[] inputs) => module switch
    {
        MultiheadAttention attention => Both(attention.call(inputs[0]!, inputs[1]!, inputs[2]!, inputs[3], true, Hiding(inputs[4], inputs[0]!.dtype))),
        TransformerEncoder encoder => [encoder.call(inputs[0]!)],
        nn.Module<Tensor, Tensor> one => [one.call(inputs[0]!)],
        nn.Module<Tensor, Tensor, Tensor> two => [two.call(inputs[0]!, inputs[1]!)],
        _ => throw new InvalidOperationException($"Nobody knows how to call {module.GetName()}."),
    };

    /// <summary>PyTorch's mask of bools as TorchSharp takes it: -∞ where not to look.</summary>
    private static Tensor? Hiding(Tensor? mask, ScalarType type) => mask is not { dtype: ScalarType.Bool }
        ? mask
        : zeros(mask.shape, type).masked_fill(mask, double.NegativeInfinity);

    private static Tensor[] Both(Tuple<Tensor, Tensor> pair) => [pair.Item1, pair.Item2];

    private static void Compare(JsonElement recorded, Func<Tensor?[], Tensor[]> call, nn.Module? module)
    {
        var inputs = recorded.GetProperty("inputs").ToTensors();
        var hasGradients = recorded.TryGetProperty("seeds", out var seeds);
        var inputGradients = hasGradients ? recorded.GetProperty("input_grads").ToTensors() : new Tensor?[inputs.Length];
        foreach (var (input, gradient) in inputs.Zip(inputGradients))
            _ = gradient is null ? null : input!.requires_grad_();
        if (inputs is [{ } query, { } key, { } value, _, _] && module is MultiheadAttention && Same(query, key) && Same(key, value))
            inputs = Shared(inputs, inputGradients);

        var outputs = call(inputs);
        foreach (var (expected, actual) in recorded.GetProperty("outputs").ToTensors().Zip(outputs))
            Recorded.AssertNear(expected, actual, "The output");
        if (!hasGradients)
            return;
        autograd.backward(outputs, seeds.ToTensors()!);
        for (var i = 0; i < inputs.Length; i++)
            Recorded.AssertNear(inputGradients[i], inputs[i]?.grad, $"The gradient of input {i}", single: 1e-5);
        if (module is null)
            return;
        var gradients = recorded.GetProperty("grads").ToState();
        foreach (var (name, parameter) in module.named_parameters())
            Recorded.AssertNear(gradients.GetValueOrDefault(name), parameter.grad, $"The gradient of {name}", single: 1e-5);
        foreach (var (name, expected) in recorded.GetProperty("state_after").ToState())
            Recorded.AssertNear(expected.to_type(module.state_dict()[name].dtype), module.state_dict()[name], $"{name} afterwards");
    }

    private static bool Same(Tensor left, Tensor right) => left.shape.SequenceEqual(right.shape) && left.allclose(right, 0, 0);

    /// <summary>One tensor as query, key and value, which takes the sum of their gradients.</summary>
    private static Tensor?[] Shared(Tensor?[] inputs, Tensor?[] gradients)
    {
        gradients[0] = gradients[0]! + gradients[1]! + gradients[2]!;
        (gradients[1], gradients[2]) = (gradients[0], gradients[0]);
        return [inputs[0], inputs[0], inputs[0], inputs[3], inputs[4]];
    }
}
