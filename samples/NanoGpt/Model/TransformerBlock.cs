using NanoGpt.Generation;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NanoGpt.Model;

/// <summary>
/// The block of nanoGPT: attention and a network, each behind a norm, each added to what came in. It returns <c>h + g(h)</c>, so that
/// a depth may strip the skip.
/// </summary>
public sealed class TransformerBlock : Module<Tensor, AttentionMemory?, Tensor>
{
    private readonly LayerNorm attentionNorm, networkNorm;
    private readonly CausalAttention attention;
    private readonly FeedForward network;

    public TransformerBlock(GptShape shape)
        : base(nameof(TransformerBlock))
    {
        attentionNorm = LayerNorm(shape.Width, bias: false);
        attention = new CausalAttention(shape);
        networkNorm = LayerNorm(shape.Width, bias: false);
        network = new FeedForward(shape);
        RegisterComponents();
    }

    /// <summary>The weights whose results are added to the state.</summary>
    public IEnumerable<Parameter> Projections => [attention.Projection, network.Projection];

    /// <param name="h">[texts, characters, width].</param>
    /// <param name="memory">What all steps have seen before; null where h is the whole text.</param>
    /// <returns>[texts, characters, width].</returns>
    public override Tensor forward(Tensor h, AttentionMemory? memory)
    {
        var attended = h.add(attention.call(attentionNorm.call(h), memory?.NextStep()));
        return attended.add(network.call(networkNorm.call(attended)));
    }
}
