using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks.Depth;

/// <summary>A Transformer's block: causal attention and an MLP, each behind a norm.</summary>
public abstract class AttentionBlock : Module<Tensor, Tensor>
{
    public const long Width = 128;
    private const long Heads = 4;

    private readonly LayerNorm before, between;
    private readonly Linear parts, mix, up, down;

    protected AttentionBlock()
        : base(nameof(AttentionBlock))
    {
        before = LayerNorm(Width);
        between = LayerNorm(Width);
        parts = Linear(Width, 3 * Width);
        mix = Linear(Width, Width);
        up = Linear(Width, 4 * Width);
        down = Linear(4 * Width, Width);
        RegisterComponents();
    }

    protected Tensor Block(Tensor h)
    {
        var seen = h + Attention(before.call(h));
        return seen + down.call(functional.gelu(up.call(between.call(seen))));
    }

    private Tensor Attention(Tensor h)
    {
        var three = parts.call(h).view(h.shape[0], h.shape[1], 3, Heads, -1).permute(2, 0, 3, 1, 4).unbind(0);
        return mix.call(functional.scaled_dot_product_attention(three[0], three[1], three[2], is_casual: true).transpose(1, 2).reshape(h.shape));
    }
}

/// <summary>One step with all tokens.</summary>
[ScoreDepth(Steps = 1, Update = UpdateRule.Residual)]
public sealed partial class FullBlock : AttentionBlock
{
    [ScoreBlock(StripSkip = true)]
    private Tensor Step(Tensor h) => Block(h);
}

/// <summary>The same with the quarter of them that a router chooses.</summary>
[ScoreDepth(Steps = 1, Update = UpdateRule.Residual)]
public sealed partial class QuarterBlock : AttentionBlock
{
    [ScoreRoute(Capacity = [0.25])]
    private readonly Linear route = Linear(Width, 1);

    [ScoreBlock(StripSkip = true)]
    private Tensor Step(Tensor h) => Block(h);
}
