using NanoGpt.Model;
using ScoreGen;
using static ScoreGen.Integrator;

namespace NanoGpt.Depth;

/// <summary>SCORE with the leak integrated exactly.</summary>
[ScoreDepth(Steps = 4, Dt = 0.25, Integrator = ExponentialEuler)]
public sealed partial class ExponentialEulerDepth : GptDepth
{
    [ScoreBlock]
    private readonly TransformerBlock block;

    public ExponentialEulerDepth(Func<TransformerBlock> newBlock)
        : base(nameof(ExponentialEulerDepth))
    {
        block = newBlock();
        RegisterComponents();
    }
}
