using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests.Numerics;

/// <summary>Gradients of one number that depends on every element of a result in its own way.</summary>
internal static class Gradients
{
    public static Tensor Loss(Tensor result)
    {
        using var scope = NewDisposeScope();
        return result.mul(Waves.Of(50, result.shape)).sum().MoveToOuterDisposeScope();
    }

    public static IList<Tensor> Of(Tensor result, IEnumerable<Tensor> inputs)
    {
        using var loss = Loss(result);
        return autograd.grad([loss], [.. inputs], retain_graph: true);
    }
}
