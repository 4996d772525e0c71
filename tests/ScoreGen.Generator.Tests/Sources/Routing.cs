using ScoreGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 4)]
public sealed partial class Choosing : Module<Tensor, Tensor>
{
    private readonly Linear mix;

    [ScoreRoute(Choice = RouteChoice.Token)]
    private readonly Linear route;

    public Choosing(long width) : base(nameof(Choosing))
    {
        mix = Linear(width, width);
        route = Linear(width, 4);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => mix.call(h).tanh();
}

[ScoreDepth(Steps = 3, Members = DepthMembers.States)]
public sealed partial class Recursions : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear mix, route;

    public Recursions(long width) : base(nameof(Recursions))
    {
        mix = Linear(width, width);
        route = Linear(width, 1);
        RegisterComponents();
    }

    private Tensor Block(Tensor h, [ScorePerToken] Tensor places) => mix.call(h + places).tanh();

    [ScoreRoute(Capacity = new[] { 1, 0.5, 0.25 }, Scale = 0.5)]
    private Tensor Route(Tensor h) => route.call(h);
}
