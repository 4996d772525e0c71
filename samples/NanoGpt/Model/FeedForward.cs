using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NanoGpt.Model;

/// <summary>A network of one hidden layer on each character alone.</summary>
public sealed class FeedForward : Module<Tensor, Tensor>
{
    private readonly Linear widen, project;

    public FeedForward(GptShape shape)
        : base(nameof(FeedForward))
    {
        widen = Linear(shape.Width, 4 * shape.Width, hasBias: false);
        project = Linear(4 * shape.Width, shape.Width, hasBias: false);
        RegisterComponents();
    }

    /// <summary>What goes back into the residual stream, and starts smaller than other weights: [width, 4·width].</summary>
    public Parameter Projection => project.weight!;

    /// <param name="h">[texts, characters, width].</param>
    /// <returns>[texts, characters, width].</returns>
    public override Tensor forward(Tensor h) => project.call(functional.gelu(widen.call(h)));
}
