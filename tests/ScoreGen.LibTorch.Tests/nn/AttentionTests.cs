using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Masks, weights that are not wanted, and hooks of the attention layers.</summary>
public class AttentionTests
{
    [Fact]
    public void Masks_hide_sources_from_a_transformer()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.TransformerEncoderLayer(4, 2, 3, dropout: 0);
        using var encoder = nn.TransformerEncoder(layer, 2);
        var source = arange(12, ScalarType.Float32).sin().reshape(3, 1, 4);
        var changed = source.clone();
        changed.select(0, 2).add_(1);
        var later = full(3, 3, float.NegativeInfinity).triu(1);
        var padding = tensor(new[] { false, false, true }).reshape(1, 3);
        Assert.False(Same(layer.call(source), layer.call(changed)));
        Assert.True(Same(layer.call(source, later), layer.call(changed, later)));
        Assert.True(Same(layer.call(source, null!, padding), layer.call(changed, null!, padding)));
        Assert.True(Same(encoder.call(source, later), encoder.call(changed, later)));
        Assert.True(Same(encoder.call(source, null!, padding), encoder.call(changed, null!, padding)));
        Assert.False(Same(encoder.call(source), encoder.call(changed)));

        static bool Same(Tensor left, Tensor right) => left.narrow(0, 0, 2).allclose(right.narrow(0, 0, 2), 1e-6, 1e-6);
    }

    /// <summary>libtorch's C++ layers add whatever mask they get.</summary>
    [Fact]
    public void A_mask_of_bools_is_added_and_hides_nothing()
    {
        using var scope = NewDisposeScope();
        using var attention = nn.MultiheadAttention(4, 2);
        using var layer = nn.TransformerEncoderLayer(4, 2, 3, dropout: 0);
        var source = arange(12, ScalarType.Float32).sin().reshape(3, 1, 4);
        var later = ones(3, 3, ScalarType.Bool).triu(1);
        var (expected, weights) = attention.call(source, source, source, attn_mask: later.to_type(ScalarType.Float32));
        var (found, foundWeights) = attention.call(source, source, source, attn_mask: later);
        Assert.True(found.allclose(expected) && foundWeights.allclose(weights));
        Assert.True(foundWeights.min().item<float>() > 0);
        Assert.True(layer.call(source, later).allclose(layer.call(source, later.to_type(ScalarType.Float32))));
    }

    [Fact]
    public void Weights_that_are_not_wanted_are_invalid_and_those_that_are_sum_to_one()
    {
        using var attention = nn.MultiheadAttention(4, 2);
        using var source = ones(3, 2, 4);
        var (output, none) = attention.call(source, source, source, need_weights: false);
        Assert.True(none.IsInvalid);
        Assert.Equal([3, 2, 4], output.shape);
        var (_, weights) = attention.call(source, source, source);
        Assert.Equal([2, 3, 3], weights.shape);
        Assert.True(weights.sum(2).allclose(ones(2, 3)));
    }

    [Fact]
    public void A_width_that_heads_do_not_divide_is_refused()
    {
        Assert.Throws<ExternalException>(() => nn.MultiheadAttention(5, 2));
        Assert.Throws<ExternalException>(() => nn.TransformerEncoderLayer(6, 4));
    }

    [Fact]
    public void Training_changes_every_parameter_of_an_encoder()
    {
        using var scope = NewDisposeScope();
        using var encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 3, dropout: 0), 2);
        using var optimizer = optim.AdamW(encoder.parameters(), lr: 0.1);
        var before = encoder.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());
        var source = arange(24, ScalarType.Float32).sin().reshape(3, 2, 4);
        for (var step = 0; step < 2; step++)
        {
            optimizer.zero_grad();
            encoder.call(source).mul(source).sum().backward();
            optimizer.step();
        }
        Assert.All(before, entry => Assert.False(entry.Value.allclose(encoder.state_dict()[entry.Key]), entry.Key));
    }
}
