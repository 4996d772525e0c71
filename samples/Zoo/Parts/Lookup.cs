using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Parts;

/// <summary>What a pre-norm Transformer layer adds to its state, where it looks up what is said elsewhere: <c>a + mlp(norm(h + a))</c> with <c>a = attention(norm(h), norm(said))</c>.</summary>
public sealed class Lookup : Module<Tensor, Tensor, Tensor>
{
    private readonly LayerNorm before, between, norm;
    private readonly Linear query, keys, output;
    private readonly Sequential mlp;

    public Lookup(long width)
        : base(nameof(Lookup))
    {
        (before, between, norm) = (LayerNorm(width), LayerNorm(width), LayerNorm(width));
        query = Linear(width, width);
        keys = Linear(width, 2 * width);
        output = Linear(width, width);
        mlp = Sequential(Linear(width, 4 * width), GELU(), Linear(4 * width, width));
        RegisterComponents();
    }

    /// <param name="h">What asks, [batch, some places, width].</param>
    /// <param name="said">What is asked, [batch, places, width].</param>
    public override Tensor forward(Tensor h, Tensor said)
    {
        var parts = keys.call(norm.call(said)).chunk(2, -1);
        var seen = output.call(functional.scaled_dot_product_attention(query.call(before.call(h)), parts[0], parts[1]));
        return seen + mlp.call(between.call(h + seen));
    }
}
