using System;

namespace ScoreGen;

/// <summary>
/// Marks a parameter <c>Tensor? memory</c> of the block that is handed on from step to step: null at the first step, and then what the block returned last, <c>(F, memory)</c>. It is no part of the state: it is not
/// integrated, may have any shape, another one at each step, and counts for no tolerance, trace or energy. Blocks of one class share it. For Euler and ExponentialEuler, which evaluate the block once a step.
/// </summary>
/// <remarks>Keys and values of earlier steps: TaH (arXiv 2511.08577). A momentum of the iteration: i-DEQ (arXiv 2605.19705).</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ScoreCarryAttribute : Attribute;
