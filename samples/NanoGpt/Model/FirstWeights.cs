using static TorchSharp.torch;

namespace NanoGpt.Model;

/// <summary>
/// The weights that nanoGPT starts from: matrices from a normal distribution, those that are added to the state smaller the more
/// often that happens.
/// </summary>
internal static class FirstWeights
{
    private const double Spread = 0.02;

    /// <summary>Draws all matrices anew; the scales of the norms stay 1.</summary>
    /// <param name="model">The model.</param>
    /// <param name="steps">How deep it is.</param>
    /// <param name="random">The same stream gives the same weights.</param>
    public static void Draw(GptModel model, int steps, Generator random)
    {
        // init.normal_ would take the stream and draw from the global one: TorchSharp does not hand it on.
        using var guard = no_grad();
        foreach (var matrix in model.parameters().Where(parameter => parameter.dim() >= 2))
        {
            matrix.normal_(0, Spread, random);
        }

        foreach (var projection in model.modules().OfType<TransformerBlock>().SelectMany(block => block.Projections))
        {
            projection.normal_(0, Spread / Math.Sqrt(2 * steps), random);
        }
    }
}
