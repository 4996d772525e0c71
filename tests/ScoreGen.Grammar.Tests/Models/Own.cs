using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Grammar.Tests.Models;

/// <summary>One layer, and for each step an adapter, a scale and a shift of its own.</summary>
[ScoreDepth(Steps = 3, Integrator = Integrator.Heun, Members = DepthMembers.All)]
public sealed partial class AdaptedNet : Module<Tensor, Tensor>
{
    private readonly Linear mix = Linear(4, 4);
    private readonly ModuleList<Linear> adapters;
    private readonly Parameter scales;
    private readonly ParameterList shifts;

    public AdaptedNet(int count = 3, int rows = 3, int entries = 3)
        : base(nameof(AdaptedNet))
    {
        adapters = ModuleList([.. Enumerable.Range(0, count).Select(_ => Linear(4, 4, hasBias: false))]);
        scales = Parameter(randn(rows, 4) * 0.1);
        shifts = ParameterList([.. Enumerable.Range(0, entries).Select(_ => Parameter(randn(4) * 0.1))]);
        RegisterComponents();
    }

    private Tensor Block(
        Tensor h,
        [ScorePerStep(nameof(adapters))] Module<Tensor, Tensor> adapter,
        [ScorePerStep(nameof(scales))] Tensor scale,
        [ScorePerStep(nameof(shifts))] Tensor shift)
        => ((mix.call(h) + adapter.call(h)).tanh() * (1 + scale)) + shift;
}

/// <summary>Cycles go through the rows anew, one number each.</summary>
[ScoreDepth(Steps = 2, Cycles = 2, Dt = 1, Members = DepthMembers.Steps)]
public sealed partial class Adding : Module<Tensor, Tensor>
{
    private readonly Parameter terms = Parameter(tensor(new[] { 1.0f, 10.0f }));

    public Adding()
        : base(nameof(Adding)) => RegisterComponents();

    private Tensor Block(Tensor terms, [ScorePerStep("terms")] Tensor term) => terms + term;
}
