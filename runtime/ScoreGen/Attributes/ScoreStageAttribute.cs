using System;

namespace ScoreGen;

/// <summary>
/// Marks an <see cref="int"/> parameter of the block that receives the stage within the step, from 0. It is no parameter of
/// the emitted <c>forward</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ScoreStageAttribute : Attribute;
