using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MyModel;

/// <summary>One Transformer layer in place of four: the compiler writes <c>forward</c>. Go to its definition to read it.</summary>
[ScoreDepth(Steps = 4, Dt = 0.25, Members = DepthMembers.Steps)]
public sealed partial class SharedTransformer : Module<Tensor, Tensor>
{
    private readonly TransformerEncoderLayer layer;

    public SharedTransformer(long width, long heads) : base(nameof(SharedTransformer))
    {
        layer = TransformerEncoderLayer(width, heads, dim_feedforward: 4 * width, dropout: 0);
        RegisterComponents();
    }

    /// <summary>One round: from a state (length × batch × width) to another of the same shape.</summary>
    [ScoreBlock]
    public Tensor Block(Tensor h) => layer.call(h, null, null);
}
