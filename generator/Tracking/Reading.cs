using System.Collections.Immutable;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Tracking;

/// <summary>The annotated classes of a file, as they were once parsed.</summary>
/// <param name="Classes">The classes, in their order.</param>
/// <param name="Dependencies">What must be the same for them to be so still; null where they have to be parsed again in any case.</param>
internal sealed record Reading(ImmutableArray<ParseResult> Classes, Dependencies? Dependencies);
