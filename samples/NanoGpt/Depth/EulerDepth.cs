using NanoGpt.Model;
using ScoreGen;
using static ScoreGen.Integrator;

namespace NanoGpt.Depth;

/// <summary>SCORE with explicit Euler. The block's own skip cancels the leak: a damped residual network.</summary>
[ScoreDepth(Steps = 4, Dt = 0.25, Integrator = Euler)]
public sealed partial class EulerDepth : GptDepth
{
    [ScoreBlock]
    private readonly TransformerBlock block;

    public EulerDepth(Func<TransformerBlock> newBlock)
        : base(nameof(EulerDepth))
    {
        block = newBlock();
        RegisterComponents();
    }
}
