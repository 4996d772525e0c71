using System.Collections.Generic;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>Steps that are written alike: of one phase and one coefficients.</summary>
internal sealed record StepGroup(Phase Phase, StepCoefficients Coefficients, IReadOnlyList<int> Steps);
