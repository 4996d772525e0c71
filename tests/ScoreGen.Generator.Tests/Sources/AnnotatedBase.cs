using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

[ScoreDepth(Steps = 2, Members = DepthMembers.States | DepthMembers.Trace)]
public partial class Base : Module<Tensor, Tensor>
{
    public Base(string name) : base(name)
    {
    }

    [ScoreBlock]
    protected virtual Tensor Field(Tensor h) => h.tanh();
}

[ScoreDepth(Steps = 3)]
public partial class Derived : Base
{
    public Derived() : base(nameof(Derived))
    {
    }

    protected override Tensor Field(Tensor h) => h.sin();
}
