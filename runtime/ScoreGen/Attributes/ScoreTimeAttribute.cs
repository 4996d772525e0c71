using System;

namespace ScoreGen;

/// <summary>
/// Marks a <see cref="double"/> parameter of the block that receives the depth time of the evaluation: the sum of the
/// earlier steps' dt, plus c·dt for a stage at c. It is no parameter of the emitted <c>forward</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ScoreTimeAttribute : Attribute;
