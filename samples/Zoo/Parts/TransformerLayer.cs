using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Parts;

/// <summary>What a pre-norm Transformer layer adds to its state: <c>a + mlp(norm(h + a))</c> with <c>a = attention(norm(h))</c>. The skip around it is the update rule's.</summary>
public sealed class TransformerLayer : Module<Tensor, Tensor>
{
    private readonly LayerNorm before, between;
    private readonly Attention attention;
    private readonly Sequential mlp;

    /// <inheritdoc cref="Attention(long, long, bool)"/>
    public TransformerLayer(long width, long heads, bool isCausal = false)
        : base(nameof(TransformerLayer))
    {
        before = LayerNorm(width);
        attention = new Attention(width, heads, isCausal);
        between = LayerNorm(width);
        mlp = Sequential(Linear(width, 4 * width), GELU(), Linear(4 * width, width));
        RegisterComponents();
    }

    public override Tensor forward(Tensor h) => Among(h, null);

    /// <inheritdoc cref="Attention.Among"/>
    public Tensor Among(Tensor h, Tensor? edges)
    {
        var seen = attention.Among(before.call(h), edges);
        return seen + mlp.call(between.call(h + seen));
    }
}
