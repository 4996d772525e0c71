using System;

namespace ScoreGen;

/// <summary>
/// Lets a module learn how the stages of a step are weighed.
/// <para>
/// On a field of type Parameter, declared and registered by the user, with one element a stage: b[i] is the tableau's b[i] + p[i], so that p = 0 is the classical method, and the step is
/// <c>h + dt·Σ b[i]·k[i]</c> with the field k[i] at stage i (<c>F(y) - y</c>, or <c>F(y)</c> under the residual rule).
/// </para>
/// <para>
/// On a method <c>Tensor Mix(Tensor k1, Tensor k2)</c>, for integrators of two stages: with what it returns as g the step is <c>h + dt·(g·k1 + (1 - g)·k2)</c>. g must broadcast to the
/// state.
/// </para>
/// </summary>
/// <remarks>Li et al., "ODE Transformer" (arXiv 2203.09176), sections on coefficient initialization and on learnable coefficients.</remarks>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Method)]
public sealed class ScoreStageWeightsAttribute : Attribute;
