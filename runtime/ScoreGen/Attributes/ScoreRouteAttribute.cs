using System;

namespace ScoreGen;

/// <summary>
/// Marks what scores the tokens of a state [batch, tokens, features], so that each takes as many steps as it needs: a method <c>Tensor Route(Tensor h)</c>, or a field that holds such a module.
/// Scores are logits: with <see cref="RouteChoice.Expert"/> one for each token, [batch, tokens] or [batch, tokens, 1], asked for at each step; with <see cref="RouteChoice.Token"/> one for each
/// number of steps, [batch, tokens, Steps], asked for once. Further parameters of a method are those of the block's contexts that have their names, with all tokens;
/// <see cref="ScoreStepAttribute"/> and <see cref="ScoreTimeAttribute"/> are filled in.
/// </summary>
/// <remarks>Bae et al., "Mixture-of-Recursions" (arXiv 2507.10524).</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ScoreRouteAttribute : Attribute
{
    /// <summary>Who decides which tokens a step takes.</summary>
    public RouteChoice Choice { get; set; } = RouteChoice.Expert;

    /// <summary>With <see cref="RouteChoice.Expert"/>, the share of all tokens that each step takes: one number a step, above 0 and at most 1, none above the one before. Left out, each step takes all.</summary>
    public double[]? Capacity { get; set; }

    /// <summary>How far a chosen token goes at most: <c>h + g·(next - h)</c> with <c>g = Scale·σ(score)</c>, or for token choice Scale times the softmax of its scores.</summary>
    public double Scale { get; set; } = 1.0;
}
