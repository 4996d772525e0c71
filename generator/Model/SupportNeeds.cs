using System.Collections.Generic;
using System.Linq;

namespace ScoreGen.Generator.Model;

/// <summary>Which shared files a pass needs, or all passes of a compilation.</summary>
/// <param name="AnyDepth">Whether there is a pass at all.</param>
/// <param name="Checkpoints">Whether steps are recomputed in the backward pass.</param>
internal sealed record SupportNeeds(bool AnyDepth, bool Checkpoints)
{
    public static SupportNeeds Of(DepthModel model) => new(model.Depth is not null, model.Depth?.Settings.Backprop == Backprop.Checkpoint);

    public static SupportNeeds All(IReadOnlyCollection<SupportNeeds> needs) => new(needs.Any(one => one.AnyDepth), needs.Any(one => one.Checkpoints));
}
