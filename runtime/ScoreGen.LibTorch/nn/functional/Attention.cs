namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>softmax(q·kᵀ/√width + mask)·v, with dropout on the softmax.</summary>
            /// <param name="query">Of shape (…, targets, width).</param>
            /// <param name="key">Of shape (…, sources, width).</param>
            /// <param name="value">Of shape (…, sources, width of the result).</param>
            /// <param name="attn_mask">Of a shape that broadcasts to (…, targets, sources): added to the scores, or true where to look.</param>
            /// <param name="p">The probability that a weight is dropped.</param>
            /// <param name="is_casual">Whether a target sees only sources up to its own position; not beside a mask.</param>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false)
            {
                if (is_casual && attn_mask is not null)
                    throw new ArgumentException("Casual attention masking cannot pass a mask: give one of the two.", nameof(attn_mask));
                if (Aten.scaled_dot_product_attention.Exists)
                    return Aten.scaled_dot_product_attention.Call(query, key, value, attn_mask, p, is_casual);
                var (result, weights) = Aten._scaled_dot_product_attention.CallPair(query, key, value, attn_mask, p, false, is_casual);
                weights.Dispose();
                return result;
            }
        }
    }
}
