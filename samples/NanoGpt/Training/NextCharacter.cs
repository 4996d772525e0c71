using NanoGpt.Data;
using NanoGpt.Model;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NanoGpt.Training;

/// <summary>What is learned: to say the next character.</summary>
internal static class NextCharacter
{
    /// <summary>The mean cross-entropy in nats a character: a scalar tensor.</summary>
    public static Tensor Loss(GptModel model, TextBatch batch)
    {
        var logits = model.call(batch.Characters, null);
        return functional.cross_entropy(logits.view(-1, model.Shape.Vocabulary), batch.Next.reshape(-1));
    }
}
