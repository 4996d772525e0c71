using System;

namespace ScoreGen;

/// <summary>
/// Lets the module itself decide how far a step goes.
/// <para>
/// On a field of type Parameter, declared and registered by the user, a step size that is learned: <c>dt = Max·σ(p + ln(Dt/(Max - Dt)))</c>, so that p = 0
/// gives the declared Dt and dt stays between 0 and Max. For Euler and ExponentialEuler.
/// </para>
/// <para>
/// On a method <c>Tensor Gate(Tensor h, Tensor f, context…)</c> a step size that depends on the state: f is the block's value as the block returned it, and the further
/// parameters are those of the block's contexts that have their names. The step is <c>h + g·(F - h)</c>, or <c>h + g·F</c> under the residual rule. A method that returns
/// <c>(Tensor keep, Tensor write)</c> replaces the update rule: the step is <c>keep·h + write·F</c>. What is returned must broadcast to the state. For Euler.
/// </para>
/// </summary>
/// <remarks>The gate: Chen, "Depth-Recurrent Transformer" (arXiv 2603.21676); keep and write: LoopUS (arXiv 2605.11011).</remarks>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Method)]
public sealed class ScoreDtAttribute : Attribute
{
    /// <summary>On a field: what each element of the parameter is for.</summary>
    public Per Per { get; set; } = Per.Model;

    /// <summary>On a field: the step size that is never reached; greater than the declared Dt.</summary>
    public double Max { get; set; } = 1.0;
}
