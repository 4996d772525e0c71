using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Training;

/// <summary>Compares gradients of a loss.</summary>
public static class Gradients
{
    /// <summary>The gradient of a loss in all weights of a model, one after the other.</summary>
    public static Tensor Of(Module model, Func<Tensor> loss)
    {
        model.zero_grad();
        using var scope = NewDisposeScope();
        loss().backward();
        return cat([.. model.parameters().Select(weight => weight.grad!.reshape(-1))]).MoveToOuterDisposeScope();
    }

    /// <summary>1 where two gradients show the same way, 0 where they are at right angles.</summary>
    public static double Cosine(Tensor one, Tensor other) => Trial.Measure(() => functional.cosine_similarity(one, other, dim: 0));
}
