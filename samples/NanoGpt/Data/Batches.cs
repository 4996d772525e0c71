using static TorchSharp.torch;

namespace NanoGpt.Data;

/// <summary>Random pieces of a text.</summary>
/// <param name="text">The numbers of its characters: [characters].</param>
/// <param name="size">How many pieces a batch has.</param>
/// <param name="context">How long they are.</param>
/// <param name="random">Where they are.</param>
public sealed class Batches(Tensor text, int size, int context, Generator random)
{
    /// <summary>How many pieces a batch has.</summary>
    public int Size => size;

    /// <summary>The next batch: [size, context] each.</summary>
    public TextBatch Next() => Next((0, size));

    /// <summary>A part of the next batch: [count, context] each. The other pieces are drawn, too, so that the parts of several processes make up the batch.</summary>
    public TextBatch Next((int Start, int Count) part)
    {
        var starts = randint(text.shape[0] - context, new long[] { size }, dtype: ScalarType.Int64, generator: random);
        return TextBatch.Cut(text, starts.narrow(0, part.Start, part.Count).to(text.device), context);
    }
}
