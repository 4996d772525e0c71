using NanoGpt.Model;
using Samples;
using ScoreGen;

namespace NanoGpt.Depth;

/// <summary>A way to be deep.</summary>
/// <param name="Name">What the command line and the tables call it.</param>
/// <param name="Plan">What the compiler made of its attribute.</param>
/// <param name="Make">Builds it from what makes a block.</param>
public sealed record DepthRule(string Name, ScorePlan Plan, Func<Func<TransformerBlock>, GptDepth> Make) : INamed<DepthRule>
{
    public static DepthRule Stacked { get; } = new("stacked", StackedDepth.Depth, block => new StackedDepth(block));

    public static DepthRule EulerHalf { get; } = new("euler-half", EulerHalfDepth.Depth, block => new EulerHalfDepth(block));

    /// <summary>All of them: the baselines first, then SCORE.</summary>
    public static IReadOnlyList<DepthRule> All { get; } =
    [
        Stacked,
        new("recurrent", RecurrentDepth.Depth, block => new RecurrentDepth(block)),
        new("euler", EulerDepth.Depth, block => new EulerDepth(block)),
        EulerHalf,
        new("euler-stripped", StrippedEulerDepth.Depth, block => new StrippedEulerDepth(block)),
        new("euler-half-stripped", StrippedEulerHalfDepth.Depth, block => new StrippedEulerHalfDepth(block)),
        new("two-blocks", TwoBlocksDepth.Depth, block => new TwoBlocksDepth(block)),
        new("exponential-euler", ExponentialEulerDepth.Depth, block => new ExponentialEulerDepth(block)),
        new("heun", HeunDepth.Depth, block => new HeunDepth(block)),
    ];

    /// <summary>Whether a step evaluates the block once, so that attention can remember what each step has seen.</summary>
    public bool CanRemember => Plan.Evaluations == Plan.Steps;
}
