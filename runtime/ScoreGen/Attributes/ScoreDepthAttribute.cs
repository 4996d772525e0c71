using System;

namespace ScoreGen;

/// <summary>
/// Gives a module depth without layers: its <see cref="ScoreBlockAttribute">block</see> F is applied again and again by
/// <c>h[t+1] = (1 - dt)·h[t] + dt·F(h[t])</c>, or by the stages of a Runge-Kutta method for <c>dh/dt = F(h) - h</c>.
/// The generator writes <c>forward</c>, and what <see cref="Members"/> asks for, into the annotated partial class.
/// </summary>
/// <remarks>Godin, "SCORE: Replacing Layer Stacking with Contractive Recurrent Depth" (arXiv 2603.10544).</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ScoreDepthAttribute : Attribute
{
    /// <summary>How often the state is advanced: 1 to 512. With several blocks each has its own <see cref="ScoreBlockAttribute.Steps"/> instead.</summary>
    public int Steps { get; set; } = 4;

    /// <summary>The step size, finite and positive. 0 means 1/<see cref="Steps"/>, so that the horizon is 1.</summary>
    public double Dt { get; set; }

    /// <summary>One step size for each step, instead of <see cref="Dt"/>.</summary>
    public double[]? DtSchedule { get; set; }

    /// <summary>
    /// What <c>ForwardSteps(n, …)</c> makes of another number of steps: false takes n steps of the declared dt, true n steps of Dt·Steps/n, so that depth time ends where
    /// <c>forward</c> ends.
    /// </summary>
    public bool KeepHorizon { get; set; }

    /// <summary>The method that takes a step.</summary>
    public Integrator Integrator { get; set; } = Integrator.Euler;

    /// <summary>The differential equation that is integrated.</summary>
    public UpdateRule Update { get; set; } = UpdateRule.Contractive;

    /// <summary>Which weights the steps use.</summary>
    public WeightSharing Weights { get; set; } = WeightSharing.Shared;

    /// <summary>How often the block, or the sequence of blocks, is gone through from its first step to its last.</summary>
    public int Cycles { get; set; } = 1;

    /// <summary>Where gradients flow over depth.</summary>
    public Backprop Backprop { get; set; } = Backprop.Full;

    /// <summary>
    /// With <see cref="Backprop.Truncated"/>: how many of the last steps carry gradients; with <see cref="Backprop.Segments"/>: how many steps a segment has. 1 to Steps - 1.
    /// </summary>
    public int BackpropSteps { get; set; }

    /// <summary>
    /// Where gradients are off: stop once a step changes the whole state by less than this share of its norm. 0 takes all steps.
    /// </summary>
    public double Tolerance { get; set; }

    /// <summary>What is emitted beside <c>forward</c> and <c>Depth</c>: nothing that nobody asks for.</summary>
    public DepthMembers Members { get; set; } = DepthMembers.None;

    /// <summary>The bound on the Lipschitz constant of F that the analyzers assume when they judge the step size.</summary>
    public double Lipschitz { get; set; } = 1.0;
}
