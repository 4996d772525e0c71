using NanoGpt.Model;
using ScoreGen;

namespace NanoGpt.Depth;

/// <summary>One shared block, its result taken as it is: plain recurrence.</summary>
[ScoreDepth(Steps = 4, Dt = 1)]
public sealed partial class RecurrentDepth : GptDepth
{
    [ScoreBlock]
    private readonly TransformerBlock block;

    public RecurrentDepth(Func<TransformerBlock> newBlock)
        : base(nameof(RecurrentDepth))
    {
        block = newBlock();
        RegisterComponents();
    }
}
