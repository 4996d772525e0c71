using System.Collections.Generic;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting;

/// <summary>Steps that are written alike: of one phase and one variant.</summary>
internal sealed record StepKind(Phase Phase, Variant Variant, IReadOnlyList<int> Steps);
