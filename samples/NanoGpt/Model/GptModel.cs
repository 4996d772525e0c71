using NanoGpt.Depth;
using NanoGpt.Generation;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NanoGpt.Model;

/// <summary>Predicts the next character of a text at each of its characters. Input and output share one table of characters.</summary>
public sealed class GptModel : Module<Tensor, AttentionMemory?, Tensor>
{
    private readonly Embedding characters, positions;
    private readonly GptDepth depth;
    private readonly LayerNorm norm;

    /// <param name="shape">The sizes.</param>
    /// <param name="rule">The way to be deep.</param>
    /// <param name="random">Draws the first weights; nothing else does.</param>
    public GptModel(GptShape shape, DepthRule rule, Generator random)
        : base(nameof(GptModel))
    {
        (Shape, Rule) = (shape, rule);
        characters = Embedding(shape.Vocabulary, shape.Width);
        positions = Embedding(shape.Context, shape.Width);
        depth = rule.Make(() => new TransformerBlock(shape));
        norm = LayerNorm(shape.Width, bias: false);
        RegisterComponents();
        FirstWeights.Draw(this, rule.Plan.Steps, random);
    }

    public GptShape Shape { get; }

    /// <summary>The way to be deep.</summary>
    public DepthRule Rule { get; }

    /// <summary>How many numbers it learns, as nanoGPT counts them: all but the table of positions.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel()) - positions.weight!.numel();

    /// <param name="text">The numbers of the characters: [texts, characters].</param>
    /// <param name="memory">What was seen before them, and will hold them too; null where they are the whole text.</param>
    /// <returns>The logits of the character after each: [texts, characters, vocabulary].</returns>
    /// <exception cref="ArgumentException">The text is longer than the context.</exception>
    public override Tensor forward(Tensor text, AttentionMemory? memory)
    {
        using var pass = NewDisposeScope();
        var seen = memory?.Length ?? 0;
        var end = seen + text.shape[1];
        if (end > Shape.Context)
        {
            throw new ArgumentException($"The text has {end} characters, but the model sees {Shape.Context} at most. Give it the last {Shape.Context}.", nameof(text));
        }

        var places = positions.call(arange(seen, end, dtype: ScalarType.Int64, device: text.device));
        var h = depth.call(characters.call(text).add(places), memory);
        return functional.linear(norm.call(h), characters.weight!).MoveToOuterDisposeScope();
    }
}
