using System.Collections.Generic;
using ScoreGen;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Demo;

public partial interface IModels<TKey>
    where TKey : notnull
{
    internal static partial class Shelf<TItem>
    {
        [ScoreDepth(Steps = 1, Integrator = ThreeEighths, Members = DepthMembers.All)]
        internal sealed partial class Encoder<TBlock, @in> : Module<Tensor, (TItem First, List<@in?> Others), Tensor>
            where TBlock : Module<Tensor, (TItem First, List<@in?> Others), Tensor>
            where @in : class
        {
            [ScoreBlock]
            private readonly TBlock inner;

            public Encoder(TBlock inner) : base("encoder")
            {
                this.inner = inner;
                RegisterComponents();
            }
        }
    }
}
