using NanoGpt.Model;
using ScoreGen;
using static ScoreGen.Integrator;

namespace NanoGpt.Depth;

/// <summary>SCORE with two blocks, each taken twice.</summary>
[ScoreDepth(Dt = 0.5, Integrator = Euler)]
public sealed partial class TwoBlocksDepth : GptDepth
{
    [ScoreBlock(Order = 1, Steps = 2)]
    private readonly TransformerBlock first;

    [ScoreBlock(Order = 2, Steps = 2)]
    private readonly TransformerBlock second;

    public TwoBlocksDepth(Func<TransformerBlock> newBlock)
        : base(nameof(TwoBlocksDepth))
    {
        first = newBlock();
        second = newBlock();
        RegisterComponents();
    }
}
