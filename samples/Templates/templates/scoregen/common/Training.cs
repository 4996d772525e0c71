using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MyModel;

/// <summary>Fits a model to all examples at once.</summary>
public static class Training
{
    /// <summary>Trains in place, and says how it goes.</summary>
    /// <returns>The loss before each iteration.</returns>
    public static IReadOnlyList<float> Fit(Module<Tensor, Tensor> model, Loss<Tensor, Tensor, Tensor> loss, Tensor x, Tensor y, int iterations)
    {
        using var optimizer = optim.AdamW(model.parameters(), lr: 1e-2);
        var losses = new List<float>();
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var error = loss.call(model.call(x), y);
            error.backward();
            optimizer.step();
            losses.Add(error.item<float>());
            if (iteration % Math.Max(iterations / 5, 1) == 0)
            {
                Console.WriteLine($"iteration {iteration,4}   loss {losses[^1]:0.0000}");
            }
        }

        return losses;
    }
}
