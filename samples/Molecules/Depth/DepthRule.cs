using Samples;
using ScoreGen;

namespace Molecules.Depth;

/// <summary>A way to be deep, for any backbone.</summary>
/// <param name="Name">What the command line and the tables call it.</param>
/// <param name="Plan">What the compiler made of its attribute.</param>
/// <param name="Make">Builds it from what makes a step.</param>
public sealed record DepthRule(string Name, ScorePlan Plan, Func<Func<GraphStep>, GraphDepth> Make) : INamed<DepthRule>
{
    public static DepthRule Stacked { get; } = new("stacked", StackedDepth.Depth, step => new StackedDepth(step));

    public static DepthRule Euler { get; } = new("euler", EulerDepth.Depth, step => new EulerDepth(step));

    public static DepthRule EulerHalf { get; } = new("euler-half", EulerHalfDepth.Depth, step => new EulerHalfDepth(step));

    /// <summary>All of them: the baselines first, then SCORE.</summary>
    public static IReadOnlyList<DepthRule> All { get; } =
    [
        Stacked,
        new("residual", ResidualDepth.Depth, step => new ResidualDepth(step)),
        new("skip05", Skip05Depth.Depth, step => new Skip05Depth(step)),
        new("recurrent", RecurrentDepth.Depth, step => new RecurrentDepth(step)),
        Euler,
        EulerHalf,
        new("heun", HeunDepth.Depth, step => new HeunDepth(step)),
        new("rk4", Rk4Depth.Depth, step => new Rk4Depth(step)),
        new("exponential-euler", ExponentialEulerDepth.Depth, step => new ExponentialEulerDepth(step)),
    ];
}
