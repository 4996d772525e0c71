using static TorchSharp.torch;

namespace NanoGpt.Data;

/// <summary>Random pieces of a text.</summary>
/// <param name="text">The numbers of its characters: [characters].</param>
/// <param name="size">How many pieces a batch has.</param>
/// <param name="context">How long they are.</param>
/// <param name="random">Where they are.</param>
public sealed class Batches(Tensor text, int size, int context, Generator random)
{
    /// <summary>The next batch: [size, context] each.</summary>
    public TextBatch Next()
    {
        var starts = randint(text.shape[0] - context, new long[] { size }, dtype: ScalarType.Int64, generator: random);
        return TextBatch.Cut(text, starts.to(text.device), context);
    }
}
