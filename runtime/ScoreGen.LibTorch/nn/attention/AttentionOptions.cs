using System.Runtime.InteropServices;

namespace TorchSharp.Modules;

/// <summary>The sizes and switches of a multi-head attention.</summary>
internal sealed record AttentionOptions(
    long Width, long Heads, double Dropout, bool Bias = true, bool AddBiasKv = false, bool AddZeroAttention = false, long? KeyWidth = null,
    long? ValueWidth = null)
{
    public bool SameWidths => (KeyWidth ?? Width) == Width && (ValueWidth ?? Width) == Width;

    public long HeadWidth => Width / Heads;

    public AttentionOptions Checked() =>
        Heads > 0 && Width % Heads == 0
            ? this
            : throw new ExternalException($"embed_dim must be divisible by num_heads, but {Width} is not divisible by {Heads}.");
}
