using ScoreGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Library;

/// <summary>A documented model in a library.</summary>
[ScoreDepth(Steps = 2)]
public sealed partial class Encoder : nn.Module<Tensor, Tensor>
{
    private readonly Linear layer = nn.Linear(4, 4);

    /// <summary>Makes one.</summary>
    public Encoder() : base(nameof(Encoder)) => RegisterComponents();

    private Tensor Block(Tensor h) => layer.call(h).tanh();
}
