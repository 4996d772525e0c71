using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The sizes and switches of a transformer's encoder layer, and what it computes from parameters looked up by name.</summary>
internal sealed record EncoderOptions(long Width, long Heads, long FeedForward, double Dropout, nn.Activations Activation)
{
    private AttentionOptions Attention => new AttentionOptions(Width, Heads, Dropout).Checked();

    /// <summary>The parameters of one layer by name, drawn in libtorch's order.</summary>
    public IEnumerable<(string name, Parameter value)> Draw() =>
        Prefixed("self_attn", AttentionWeights.Draw(Attention))
            .Concat(Prefixed("linear1", AttentionWeights.DrawLinear(Width, FeedForward)))
            .Concat(Prefixed("linear2", AttentionWeights.DrawLinear(FeedForward, Width)))
            .Concat(Prefixed("norm1", AttentionWeights.NewNorm(Width)))
            .Concat(Prefixed("norm2", AttentionWeights.NewNorm(Width)))
            .ToList();

    /// <summary>
    /// Draws what libtorch draws, and drops, when it clones a layer: the layer, and then each of its parts once more. It keeps the
    /// random stream where TorchSharp's is.
    /// </summary>
    public void SkipDrawsOfAClone()
    {
        using var scope = NewDisposeScope();
        Draw();
        AttentionWeights.Draw(Attention);
        AttentionWeights.DrawLinear(Width, Width);
        AttentionWeights.DrawLinear(Width, FeedForward);
        AttentionWeights.DrawLinear(FeedForward, Width);
    }

    /// <summary>norm(h + ff(h)) of h = norm(x + attention(x)), with dropout after each part.</summary>
    public Tensor Run(Tensor source, Tensor? mask, Tensor? paddingMask, Func<string, Parameter?> parameter, bool training)
    {
        using var scope = NewDisposeScope();
        var (attended, _) = new ScoredAttention(Attention, name => parameter($"self_attn.{name}"), training)
            .Run(source, source, source, paddingMask, false, mask);
        var hidden = Norm("norm1", source.add(Dropped(attended)));
        var inner = Linear("linear1", hidden);
        inner = Activation == nn.Activations.GELU ? nn.functional.gelu(inner) : nn.functional.relu(inner);
        return Norm("norm2", hidden.add(Dropped(Linear("linear2", Dropped(inner))))).MoveToOuterDisposeScope();

        Tensor Dropped(Tensor x) => nn.functional.dropout(x, Dropout, training);
        Tensor Linear(string name, Tensor x) => nn.functional.linear(x, parameter($"{name}.weight")!, parameter($"{name}.bias"));
        Tensor Norm(string name, Tensor x) => nn.functional.layer_norm(x, [Width], parameter($"{name}.weight"), parameter($"{name}.bias"));
    }

    private static IEnumerable<(string name, Parameter value)> Prefixed(string prefix, IEnumerable<(string name, Parameter value)> entries) =>
        entries.Select(entry => ($"{prefix}.{entry.name}", entry.value)).ToList();
}
