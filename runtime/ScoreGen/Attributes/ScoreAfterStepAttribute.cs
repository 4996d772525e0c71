using System;

namespace ScoreGen;

/// <summary>
/// Marks a method that is applied to each new state, once a step: <c>Tensor After(Tensor h, context…)</c> makes the next state <c>After((1 - dt)·h + dt·F(h))</c>. With a state of several tensors it takes
/// and returns them all. Normalisation between steps and noise in training belong here: inside F they would be scaled by dt, and evaluated at every stage.
/// The state keeps its shape and its dtype. Further parameters are those of the block's contexts that have their names; <see cref="ScoreStepAttribute"/> and <see cref="ScoreTimeAttribute"/> are
/// filled in, with the number of the step and the time at which it starts.
/// </summary>
/// <remarks>
/// The LayerNorm between steps of Godin, "SCORE" (arXiv 2603.10544); the noise of FPRM (arXiv 2606.18206).
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScoreAfterStepAttribute : Attribute;
