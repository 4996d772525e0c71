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
        var settings = depth.Settings;
        if (depth.Phases.Count > 1)
        {
            return new StepRange(settings.Steps, settings.Steps, "those of its phases");
        }

        if (depth.Phases.Any(phase => phase.Block.Kind == BlockKind.ModuleList))
        {
            return new StepRange(1, settings.Steps, "as each has weights of its own");
        }

        return settings.IsUniform && depth.Steering.LearnedDt?.Per != Per.Step
            ? new StepRange(1, null, "")
            : new StepRange(1, settings.Steps, "as each has a dt of its own");
    }
}
