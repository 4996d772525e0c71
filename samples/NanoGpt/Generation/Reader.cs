using NanoGpt.Model;
using static TorchSharp.torch;

namespace NanoGpt.Generation;

/// <summary>
/// Reads a text character by character and says, after each, what may come next. It sees at most the context; once that is full, it
/// goes on with the later half, so that a memory, whose positions cannot move, has to be filled anew only then.
/// </summary>
public sealed class Reader : IDisposable
{
    private readonly GptModel model;
    private readonly Device device;
    private readonly AttentionMemory? memory;
    private readonly List<long> window = [];

    /// <param name="model">The model.</param>
    /// <param name="remembers">Whether attention keeps what it has computed, instead of computing it again for each character.</param>
    /// <exception cref="ArgumentException">The model evaluates its block several times a step: there is no one entry a step to keep.</exception>
    public Reader(GptModel model, bool remembers)
    {
        if (remembers && !model.Rule.CanRemember)
        {
            throw new ArgumentException($"{model.Rule.Name} evaluates its block {model.Rule.Plan.Evaluations} times in {model.Rule.Plan.Steps} steps, so attention has no one entry a step to keep. Read without a memory.", nameof(remembers));
        }

        this.model = model;
        device = model.parameters().First().device;
        memory = remembers ? new AttentionMemory(model.Rule.Plan.Steps) : null;
    }

    /// <summary>Reads one more character.</summary>
    /// <param name="character">Its number.</param>
    /// <returns>The logits of the one after it: [vocabulary].</returns>
    public Tensor Read(long character)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        MakeRoom();
        window.Add(character);
        var fresh = memory is { Length: > 0 } ? [character] : window.ToArray();
        return model.call(tensor(fresh, device: device).unsqueeze(0), memory).select(1, -1).squeeze(0).MoveToOuterDisposeScope();
    }

    public void Dispose() => memory?.Dispose();

    private void MakeRoom()
    {
        if (window.Count == model.Shape.Context)
        {
            window.RemoveRange(0, window.Count - (model.Shape.Context / 2));
            memory?.Clear();
        }
    }
}
