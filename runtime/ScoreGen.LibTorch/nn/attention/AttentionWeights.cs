using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Draws the parameters of layers in libtorch's order, so that equal seeds give equal weights.</summary>
internal static class AttentionWeights
{
    /// <summary>The parameters of an attention by name.</summary>
    public static IEnumerable<(string name, Parameter value)> Draw(AttentionOptions options)
    {
        var drawn = new List<(string name, Parameter value)>();
        var width = options.Width;
        if (options.SameWidths)
        {
            drawn.Add(("in_proj_weight", Empty(3 * width, width)));
        }
        else
        {
            drawn.Add(("q_proj_weight", Empty(width, width)));
            drawn.Add(("k_proj_weight", Empty(width, options.KeyWidth ?? width)));
            drawn.Add(("v_proj_weight", Empty(width, options.ValueWidth ?? width)));
        }
        var inputs = drawn.ToArray();
        if (options.Bias)
            drawn.Add(("in_proj_bias", Empty(3 * width)));
        if (options.AddBiasKv)
            drawn.AddRange([("bias_k", Empty(1, 1, width)), ("bias_v", Empty(1, 1, width))]);

        // The output layer draws its numbers before the others, and its bias is then set to zero.
        var output = DrawLinear(width, width, options.Bias).ToList();
        foreach (var (_, weight) in inputs)
            nn.init.xavier_uniform_(weight);
        foreach (var (name, value) in drawn.Skip(inputs.Length))
            _ = name == "in_proj_bias" ? nn.init.zeros_(value) : nn.init.XavierNormal(value);
        if (options.Bias)
            nn.init.zeros_(output[1].value);
        return drawn.Concat(output.Select(entry => ($"out_proj.{entry.name}", entry.value)));
    }

    /// <summary>Weight and bias of a linear layer.</summary>
    public static IEnumerable<(string name, Parameter value)> DrawLinear(long inputs, long outputs, bool hasBias = true)
    {
        var weight = Empty(outputs, inputs);
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (!hasBias)
            return [("weight", weight)];
        var bias = Empty(outputs);
        var bound = 1 / Math.Sqrt(inputs);
        nn.init.uniform_(bias, -bound, bound);
        return [("weight", weight), ("bias", bias)];
    }

    /// <summary>Scale 1 and shift 0 of a layer norm.</summary>
    public static IEnumerable<(string name, Parameter value)> NewNorm(long width)
    {
        var (weight, bias) = (Empty(width), Empty(width));
        nn.init.ones_(weight);
        nn.init.zeros_(bias);
        return [("weight", weight), ("bias", bias)];
    }

    private static Parameter Empty(params long[] shape) => new(empty(shape, get_default_dtype(), CPU));
}
