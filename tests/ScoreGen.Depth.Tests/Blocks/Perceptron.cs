using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Blocks;

/// <summary><c>down(tanh(up(h)))</c> in float64. It leaves its temporaries to whoever calls it.</summary>
public sealed class Perceptron : Module<Tensor, Tensor>
{
    public const long Width = 3;

    private readonly Linear up = Linear(Width, 4, dtype: ScalarType.Float64);
    private readonly Linear down = Linear(4, Width, dtype: ScalarType.Float64);

    public Perceptron() : base(nameof(Perceptron)) => RegisterComponents();

    public override Tensor forward(Tensor h) => down.call(up.call(h).tanh());
}
