using static TorchSharp.torch;

namespace NanoGpt.Data;

/// <summary>Pieces of text, and for each character the one that follows.</summary>
/// <param name="Characters">The numbers of the characters: [texts, context].</param>
/// <param name="Next">The numbers of those that follow: [texts, context].</param>
public sealed record TextBatch(Tensor Characters, Tensor Next)
{
    /// <summary>Cuts pieces out of a text.</summary>
    /// <param name="text">The numbers of its characters: [characters].</param>
    /// <param name="starts">Where the pieces begin: [texts].</param>
    /// <param name="context">How long they are.</param>
    public static TextBatch Cut(Tensor text, Tensor starts, int context)
    {
        var places = starts.unsqueeze(1).add(arange(context + 1, dtype: ScalarType.Int64, device: text.device));
        var pieces = text.index_select(0, places.view(-1)).view(-1, context + 1);
        return new TextBatch(pieces.narrow(1, 0, context), pieces.narrow(1, 1, context));
    }
}
