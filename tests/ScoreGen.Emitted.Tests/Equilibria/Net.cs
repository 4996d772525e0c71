using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Emitted.Tests.Equilibria;

/// <summary>A contraction with weights, and a context; two tensors as the state where asked.</summary>
internal sealed class Net : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear layer;

    public Net(double slope = 0.9)
        : base(nameof(Net))
    {
        TestDevice.Seed(2);
        layer = Linear(4, 4, dtype: float64);
        using (no_grad())
        {
            layer.weight!.mul_(slope / linalg.matrix_norm(layer.weight, 2).ToDouble());
        }

        RegisterComponents();
    }

    /// <summary>How often the map was evaluated.</summary>
    public int Evaluations { get; private set; }

    public Tensor Map(Tensor h, Tensor context)
    {
        Evaluations++;
        return layer.call(h).add(context).tanh();
    }

    /// <summary>Two tensors that hear of each other.</summary>
    public Tensor[] Map(Tensor[] h, Tensor context)
        => h.Length == 1 ? [Map(h[0], context)] : [Map(h[0], h[1].mul(0.3)), h[0].add(context).sin().mul(0.5)];

    public override Tensor forward(Tensor h, Tensor context) => Equilibrium.Forward(Plan, this, nameof(Net), state => Map(state, context), h)[0];

    public EquilibriumPlan Plan { get; init; } = new() { Tolerance = 1e-13, MaxSteps = 200 };
}
