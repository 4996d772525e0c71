using NanoGpt.Model;
using ScoreGen;
using static ScoreGen.Integrator;

namespace NanoGpt.Depth;

/// <summary>SCORE with Heun's method, which evaluates the block twice a step.</summary>
[ScoreDepth(Steps = 4, Dt = 0.25, Integrator = Heun)]
public sealed partial class HeunDepth : GptDepth
{
    [ScoreBlock]
    private readonly TransformerBlock block;

    public HeunDepth(Func<TransformerBlock> newBlock)
        : base(nameof(HeunDepth))
    {
        block = newBlock();
        RegisterComponents();
    }
}
