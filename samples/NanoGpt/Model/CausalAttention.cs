using NanoGpt.Generation;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NanoGpt.Model;

/// <summary>Each character looks back at those before it, in several ways at once.</summary>
public sealed class CausalAttention : Module<Tensor, StepMemory?, Tensor>
{
    private readonly Linear look, project;
    private readonly long heads;

    public CausalAttention(GptShape shape)
        : base(nameof(CausalAttention))
    {
        look = Linear(shape.Width, 3 * shape.Width, hasBias: false);
        project = Linear(shape.Width, shape.Width, hasBias: false);
        heads = shape.Heads;
        RegisterComponents();
    }

    /// <summary>What goes back into the residual stream, and starts smaller than other weights: [width, width].</summary>
    public Parameter Projection => project.weight!;

    /// <param name="h">[texts, characters, width].</param>
    /// <param name="memory">What was seen before those characters, and will hold them too; null where they are the whole text.</param>
    /// <returns>[texts, characters, width].</returns>
    public override Tensor forward(Tensor h, StepMemory? memory)
    {
        var parts = look.call(h).chunk(3, dim: 2);
        var (queries, keys, values) = (ByHead(parts[0]), ByHead(parts[1]), ByHead(parts[2]));
        var seen = memory?.Length ?? 0;
        if (memory is not null)
        {
            (keys, values) = memory.Append(keys, values);
        }

        var heard = seen == 0
            ? functional.scaled_dot_product_attention(queries, keys, values, null, 0, true)
            : functional.scaled_dot_product_attention(queries, keys, values, Visible(h, seen));
        return project.call(heard.transpose(1, 2).reshape(h.shape));
    }

    /// <summary>Which of all characters each of the new ones may look at: [new, seen + new].</summary>
    private static Tensor Visible(Tensor h, long seen)
        => ones([h.shape[1], seen + h.shape[1]], dtype: ScalarType.Bool, device: h.device).tril(seen);

    /// <summary>From [texts, characters, width] to [texts, heads, characters, width of a head].</summary>
    private Tensor ByHead(Tensor part)
        => part.view(part.shape[0], part.shape[1], heads, part.shape[2] / heads).transpose(1, 2);
}
