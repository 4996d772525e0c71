using TorchSharp;
using static TorchSharp.torch;

namespace Benchmarks.Depth;

/// <summary>The same depth as it would be written by hand, and the floor below which no pass can be.</summary>
internal static class Loops
{
    private static readonly Scalar Keep = 1 - Mlp.Dt;
    private static readonly Scalar Mix = Mlp.Dt;

    /// <summary>The evaluations of the block and nothing else.</summary>
    public static void Floor(Mlp model, Tensor h)
    {
        for (var step = 0; step < Mlp.Steps; step++)
        {
            model.Block(h).Dispose();
        }
    }

    /// <summary>A pass and its backward pass.</summary>
    public static void Train(Tensor h, Func<Tensor, Tensor> forward)
    {
        using var end = forward(h);
        using var loss = end.sum();
        loss.backward();
    }

    /// <summary>F once on the input and else on a leaf that requires gradient, each with its backward pass.</summary>
    public static void TrainingFloor(Mlp model, Tensor h, Tensor leaf)
    {
        leaf.grad = null;
        for (var step = 0; step < Mlp.Steps; step++)
        {
            using var f = model.Block(step == 0 ? h : leaf);
            using var loss = f.sum();
            loss.backward();
        }
    }

    /// <summary>As TorchSharp users write it: one scope around the loop.</summary>
    public static Tensor AsWritten(Mlp model, Tensor input)
    {
        using var scope = NewDisposeScope();
        var h = input;
        for (var step = 0; step < Mlp.Steps; step++)
        {
            h = ((1 - Mlp.Dt) * h) + (Mlp.Dt * model.Block(h));
        }

        return h.MoveToOuterDisposeScope();
    }

    /// <summary>With every temporary disposed of at once.</summary>
    public static Tensor Careful(Mlp model, Tensor input)
    {
        var h = input;
        for (var step = 0; step < Mlp.Steps; step++)
        {
            using var f = model.Block(h);
            var next = h.mul(Keep);
            next.add_(f, Mix);
            if (step > 0)
            {
                h.Dispose();
            }

            h = next;
        }

        return h;
    }
}
