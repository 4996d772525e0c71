using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Multi-head attention over tensors of shape (length, batch, width), with its parameters looked up by name.</summary>
internal sealed class ScoredAttention(AttentionOptions options, Func<string, Parameter?> parameter, bool training)
{
    private readonly long width = options.Width;
    private readonly long heads = options.Heads;

    /// <summary>The result, of shape (targets, batch, width), and the weights averaged over the heads, of shape (batch, targets, sources).</summary>
    public (Tensor output, Tensor? weights) Run(
        Tensor query, Tensor key, Tensor value, Tensor? keyPaddingMask, bool needWeights, Tensor? attentionMask)
    {
        using var scope = NewDisposeScope();
        var (targets, batch) = (query.shape[0], query.shape[1]);
        var (q, k, v) = Projected(query, key, value);
        q = q.mul(Math.Pow(options.HeadWidth, -0.5));
        if (options.AddBiasKv)
        {
            k = cat([k, parameter("bias_k")!.repeat(1, batch, 1)]);
            v = cat([v, parameter("bias_v")!.repeat(1, batch, 1)]);
            (attentionMask, keyPaddingMask) = (Widened(attentionMask), Widened(keyPaddingMask));
        }
        (q, k, v) = (ByHead(q, targets, batch), ByHead(k, -1, batch), ByHead(v, -1, batch));
        if (options.AddZeroAttention)
        {
            var zero = zeros([batch * heads, 1, options.HeadWidth], q.dtype, q.device);
            (k, v) = (cat([k, zero], 1), cat([v, zero], 1));
            (attentionMask, keyPaddingMask) = (Widened(attentionMask), Widened(keyPaddingMask));
        }
        var scores = Masked(q.bmm(k.transpose(1, 2)), attentionMask, keyPaddingMask, batch);
        var weights = nn.functional.dropout(nn.functional.softmax(scores, -1), options.Dropout, training);
        var mixed = weights.bmm(v).transpose(0, 1).contiguous().view(targets, batch, width);
        var output = nn.functional.linear(mixed, parameter("out_proj.weight")!, parameter("out_proj.bias"));
        output.MoveToOuterDisposeScope();
        var averaged = needWeights ? weights.view(batch, heads, targets, -1).sum(1).div(heads).MoveToOuterDisposeScope() : null;
        return (output, averaged);
    }

    private (Tensor q, Tensor k, Tensor v) Projected(Tensor query, Tensor key, Tensor value)
    {
        if (ReferenceEquals(query, key) && ReferenceEquals(key, value) && options.SameWidths)
        {
            var packed = nn.functional.linear(query, parameter("in_proj_weight")!, parameter("in_proj_bias")).chunk(3, -1);
            return (packed[0], packed[1], packed[2]);
        }
        var biases = parameter("in_proj_bias")?.chunk(3);
        var weights = options.SameWidths
            ? parameter("in_proj_weight")!.chunk(3)
            : [parameter("q_proj_weight")!, parameter("k_proj_weight")!, parameter("v_proj_weight")!];
        return (
            nn.functional.linear(query, weights[0], biases?[0]),
            nn.functional.linear(key, weights[1], biases?[1]),
            nn.functional.linear(value, weights[2], biases?[2]));
    }

    private Tensor ByHead(Tensor tensor, long length, long batch) =>
        tensor.contiguous().view(length, batch * heads, options.HeadWidth).transpose(0, 1);

    /// <summary>Room for one more source in a mask, which every target may look at.</summary>
    private static Tensor? Widened(Tensor? mask) => mask is null ? null : nn.functional.pad(mask, (0, 1));

    private Tensor Masked(Tensor scores, Tensor? attentionMask, Tensor? keyPaddingMask, long batch)
    {
        if (attentionMask is not null)
            scores = scores.add(attentionMask);
        if (keyPaddingMask is null)
            return scores;
        var shape = scores.shape;
        return scores.view(batch, heads, shape[1], shape[2])
            .masked_fill(keyPaddingMask.to_type(ScalarType.Bool).unsqueeze(1).unsqueeze(2), double.NegativeInfinity)
            .view(shape);
    }
}
