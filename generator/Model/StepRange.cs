using System.Linq;

namespace ScoreGen.Generator.Model;

/// <summary>Which numbers of steps have a meaning.</summary>
/// <param name="Least">The least number.</param>
/// <param name="Most">The greatest number; null where there is none.</param>
/// <param name="Reason">Why there is one.</param>
internal sealed record StepRange(int Least, int? Most, string Reason)
{
    public bool IsOneNumber => Least == Most;

    public static StepRange Of(Depth depth)
    {
        var range = OfBlocks(depth);
        return range.Most is null && !(depth.Settings.IsUniform && depth.Steering.LearnedDt?.Per != Per.Step)
            ? new StepRange(1, depth.Settings.Steps, "as each has a dt of its own")
            : range;
    }

    /// <summary>The same where the step sizes are given as well.</summary>
    public static StepRange OfBlocks(Depth depth)
    {
        var steps = depth.Settings.Steps;
        if (depth.Phases.Count > 1)
        {
            return new StepRange(steps, steps, "those of its phases");
        }

        if (depth.Phases.Any(phase => phase.Block.HasIndex))
        {
            return new StepRange(1, steps, "as each has weights of its own");
        }

        return depth.Steering.Route is null ? new StepRange(1, null, "") : new StepRange(1, steps, "over which its tokens are routed");
    }
}
