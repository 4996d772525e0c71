using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MyModel;

/// <summary>Fits a regressor to all rows at once.</summary>
public static class Training
{
    /// <summary>Trains in place.</summary>
    /// <returns>The mean squared error before each iteration.</returns>
    public static IReadOnlyList<float> Fit(Regressor model, Tensor x, Tensor y, int iterations)
    {
        using var optimizer = optim.AdamW(model.parameters(), lr: 1e-2);
        return Enumerable.Range(0, iterations).Select(_ =>
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = functional.mse_loss(model.call(x), y);
            loss.backward();
            optimizer.step();
            return loss.item<float>();
        }).ToList();
    }
}
