using NanoGpt.Model;
using ScoreGen;
using static ScoreGen.Integrator;

namespace NanoGpt.Depth;

/// <summary>SCORE with explicit Euler on what the block adds: the state does leak.</summary>
[ScoreDepth(Steps = 4, Dt = 0.25, Integrator = Euler)]
public sealed partial class StrippedEulerDepth : GptDepth
{
    [ScoreBlock(StripSkip = true)]
    private readonly TransformerBlock block;

    public StrippedEulerDepth(Func<TransformerBlock> newBlock)
        : base(nameof(StrippedEulerDepth))
    {
        block = newBlock();
        RegisterComponents();
    }
}
