using NanoGpt.Model;
using ScoreGen;
using static ScoreGen.Integrator;

namespace NanoGpt.Depth;

/// <summary>SCORE with explicit Euler and half steps on what the block adds.</summary>
[ScoreDepth(Steps = 4, Dt = 0.5, Integrator = Euler)]
public sealed partial class StrippedEulerHalfDepth : GptDepth
{
    [ScoreBlock(StripSkip = true)]
    private readonly TransformerBlock block;

    public StrippedEulerHalfDepth(Func<TransformerBlock> newBlock)
        : base(nameof(StrippedEulerHalfDepth))
    {
        block = newBlock();
        RegisterComponents();
    }
}
