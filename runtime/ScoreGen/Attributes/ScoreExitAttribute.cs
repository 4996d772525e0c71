using System;

namespace ScoreGen;

/// <summary>
/// Marks a method that ends a pass early where gradients are off: <c>bool Settled(Tensor before, Tensor after)</c>, asked after each step with the states around it. The pass stops
/// after the step for which it returns true. A method that returns a Tensor of booleans over the leading dimensions of the state decides for each sample or position: those that have
/// settled keep the state after the step that settled them, and the pass ends when all have. With gradients on all steps are taken.
/// Further parameters are those of the block's contexts that have their names; <see cref="ScoreStepAttribute"/> and <see cref="ScoreTimeAttribute"/> are filled in.
/// </summary>
/// <remarks>The exits of Geiping et al., "Scaling up Test-Time Compute with Latent Reasoning" (arXiv 2502.05171).</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScoreExitAttribute : Attribute;
