using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth]
public partial class FieldEncoder : Module<Tensor, Tensor>
{
    [ScoreBlock]
    private readonly Sequential block;

    public FieldEncoder(long width) : base(nameof(FieldEncoder))
    {
        block = Sequential(("up", Linear(width, 4 * width)), ("down", Linear(4 * width, width)));
        RegisterComponents();
    }
}

[ScoreDepth(Steps = 2, Integrator = Ralston)]
public partial class PropertyEncoder : Module<Tensor, Tensor?, Tensor>
{
    public PropertyEncoder(long width) : base(nameof(PropertyEncoder))
    {
        Mixer = new Gated(width);
        RegisterComponents();
    }

    [field: ScoreBlock]
    private Gated? Mixer { get; }
}

public sealed class Gated : Module<Tensor, Tensor?, Tensor>
{
    private readonly Linear map;

    public Gated(long width) : base(nameof(Gated))
    {
        map = Linear(width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor tokens, Tensor? gate)
        => gate is null ? map.call(tokens) : map.call(tokens).mul(gate);
}
