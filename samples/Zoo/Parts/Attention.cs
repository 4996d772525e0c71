using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Parts;

/// <summary>Self-attention with several heads and without a skip of its own; states are (batch, places, width).</summary>
public sealed class Attention : Module<Tensor, Tensor>
{
    private readonly long heads;
    private readonly bool isCausal;
    private readonly Linear inputs, output;

    /// <param name="width">The width of the state.</param>
    /// <param name="heads">How many heads share it.</param>
    /// <param name="isCausal">Whether a place sees only those before it, and itself.</param>
    public Attention(long width, long heads, bool isCausal = false)
        : base(nameof(Attention))
    {
        (this.heads, this.isCausal) = (heads, isCausal);
        inputs = Linear(width, 3 * width);
        output = Linear(width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor h) => Among(h, null);

    /// <summary>Attention along given edges only.</summary>
    /// <param name="h">The state.</param>
    /// <param name="edges">Added to the scores: 0 where a place sees another, -∞ where it does not, (places, places) or (batch, 1, places, places).</param>
    public Tensor Among(Tensor h, Tensor? edges)
    {
        var (batch, places, width) = (h.shape[0], h.shape[1], h.shape[2]);
        var parts = inputs.call(h).view(batch, places, 3, heads, width / heads).permute(2, 0, 3, 1, 4);
        var seen = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], edges, is_casual: isCausal);
        return output.call(seen.transpose(1, 2).reshape(batch, places, width));
    }
}
