using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo
{
    [ScoreDepth(Steps = 2, Dt = 0.1)]
    public partial class Split
    {
        private readonly Linear map;
    }
}

namespace Demo
{
    public partial class Split : Module<Tensor, Tensor>
    {
        public Split(long width) : base(nameof(Split))
        {
            map = Linear(width, width);
            RegisterComponents();
        }
    }

    partial class Split
    {
        private partial Tensor Block(Tensor h);
    }

    partial class Split
    {
        private partial Tensor Block(Tensor h) => map.call(h);
    }
}
