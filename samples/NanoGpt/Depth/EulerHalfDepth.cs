using NanoGpt.Model;
using ScoreGen;
using static ScoreGen.Integrator;

namespace NanoGpt.Depth;

/// <summary>SCORE with explicit Euler and half steps.</summary>
[ScoreDepth(Steps = 4, Dt = 0.5, Integrator = Euler)]
public sealed partial class EulerHalfDepth : GptDepth
{
    [ScoreBlock]
    private readonly TransformerBlock block;

    public EulerHalfDepth(Func<TransformerBlock> newBlock)
        : base(nameof(EulerHalfDepth))
    {
        block = newBlock();
        RegisterComponents();
    }
}
