using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>What a model computes: its result, the gradients of its inputs and parameters, and what it would save; from the same seeds each time. For tests in <see cref="TorchCollection"/>.</summary>
internal sealed record Trained(IReadOnlyList<float> Result, IReadOnlyList<float> Gradient, IReadOnlyDictionary<string, IReadOnlyList<float>> Saved)
{
    /// <summary>Builds a source and runs its class.</summary>
    /// <param name="source">The source, with or without marks.</param>
    /// <param name="type">The class to run, with a constructor that needs no arguments.</param>
    /// <param name="shapes">The shapes of its inputs, the state first.</param>
    public static async Task<Trained> Of(string source, string type, params long[][] shapes)
        => Of(await new ModelTest([source], new UserProject()).LoadAsync(), type, shapes);

    private static Trained Of(System.Reflection.Assembly assembly, string type, long[][] shapes)
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var made = assembly.GetType(type, throwOnError: true)!;
        var constructor = made.GetConstructors().Single(constructor => constructor.GetParameters().All(parameter => parameter.HasDefaultValue));
        var model = (Module)constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.DefaultValue)]);
        manual_seed(11);
        var inputs = shapes.Select(shape => randn(shape, requires_grad: true)).ToArray();
        var result = (Tensor)made.GetMethod("call", [.. inputs.Select(_ => typeof(Tensor))])!.Invoke(model, inputs)!;
        result.square().sum().backward();
        var gradients = inputs.Concat(model.parameters()).Select(tensor => tensor.grad).Where(gradient => gradient is not null).Select(gradient => Numbers(gradient!));
        return new Trained(Numbers(result), [.. gradients.SelectMany(numbers => numbers)], model.state_dict().ToDictionary(entry => entry.Key, entry => Numbers(entry.Value)));
    }

    /// <summary>Asserts that two models are one: every number is the same to the last bit.</summary>
    public void IsSameAs(Trained other)
    {
        Assert.Equal(Result, other.Result);
        Assert.Equal(Gradient, other.Gradient);
        Assert.Equal(Saved.Keys, other.Saved.Keys);
        Assert.All(Saved, entry => Assert.Equal(entry.Value, other.Saved[entry.Key]));
    }

    private static IReadOnlyList<float> Numbers(Tensor tensor) => tensor.detach().to(ScalarType.Float32).cpu().contiguous().data<float>().ToArray();
}
