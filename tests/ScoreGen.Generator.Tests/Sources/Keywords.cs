using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace @event.@namespace;

[ScoreDepth(Steps = 2, Members = DepthMembers.All)]
public partial class @class : Module<Tensor, @class.@struct?, Tensor, Tensor>
{
    public @class() : base("class")
    {
    }

    [ScoreBlock]
    private Tensor @is(Tensor @in, @struct? @record, Tensor @await) => @in.add(@await);

    public sealed class @struct
    {
    }
}
