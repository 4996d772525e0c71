using NanoGpt.Data;
using NanoGpt.Model;
using Samples.Mpi;
using static TorchSharp.torch;

namespace NanoGpt.Training;

/// <summary>The loss of a model on the validation part, cut into pieces that do not overlap. Nothing in it is random.</summary>
/// <param name="text">The numbers of the characters: [characters].</param>
/// <param name="context">The length of a piece.</param>
/// <param name="communicator">The processes that each judge a part of the pieces.</param>
public sealed class Judge(Tensor text, int context, Communicator communicator)
{
    private const int AtOnce = 96;

    /// <summary>The loss on all pieces, in nats a character.</summary>
    public double Loss(GptModel model) => Loss(model, int.MaxValue);

    /// <summary>The loss on some pieces, spread evenly over the text.</summary>
    public double Loss(GptModel model, int pieces)
    {
        var all = (int)((text.shape[0] - 1) / context);
        var count = Math.Min(all, pieces);
        var starts = Enumerable.Range(0, count).Select(piece => (long)piece * all / count * context);
        var (start, own) = communicator.PartOf(count);
        return communicator.Sum(starts.Skip(start).Take(own).Chunk(AtOnce).Sum(some => Loss(model, some) * some.Length)) / count;
    }

    private double Loss(GptModel model, long[] starts)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var batch = TextBatch.Cut(text, tensor(starts, device: text.device), context);
        return NextCharacter.Loss(model, batch).item<float>();
    }
}
