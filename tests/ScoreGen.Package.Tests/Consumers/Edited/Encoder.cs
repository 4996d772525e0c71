using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Edited;

/// <summary>A model with two mistakes in it.</summary>
[ScoreDepth(Steps = 4, Dt = 3)]
public sealed partial class Encoder : Module<Tensor, Tensor>
{
    private readonly Linear layer = Linear(8, 8);

    public Encoder() : base(nameof(Encoder)) => RegisterComponents();

    private Tensor Block(Tensor h) => layer.call(h.relu_());

    public Tensor Twice(Tensor h) => forward(forward(h));
}
