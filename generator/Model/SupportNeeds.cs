using System.Collections.Immutable;
using System.Linq;

namespace ScoreGen.Generator.Model;

/// <summary>Which shared files a compilation needs.</summary>
/// <param name="AnyDepth">Whether any class has a depth.</param>
/// <param name="Checkpoints">Whether any class recomputes its steps in the backward pass.</param>
internal sealed record SupportNeeds(bool AnyDepth, bool Checkpoints)
{
    public static SupportNeeds Of(ImmutableArray<DepthModel> models)
        => new(
            models.Any(model => model.Depth is not null),
            models.Any(model => model.Depth?.Settings.Backprop == Backprop.Checkpoint));
}
