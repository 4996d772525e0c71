using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScoreGen.Numerics;

namespace ScoreGen;

/// <summary>
/// The depth of a module as the generator emitted it: what is evaluated how often, and what the settings promise.
/// Every annotated class has one as its static property <c>Depth</c>.
/// </summary>
public sealed class ScorePlan
{
    private readonly FoldedStep[] steps;
    private readonly double[] starts;
    private readonly int? gradientSteps;

    /// <summary>Takes the settings and, for each step, the coefficients as they were emitted.</summary>
    /// <exception cref="ArgumentException">There is no step, or the steps evaluate the block differently often.</exception>
    public ScorePlan(Integrator integrator, UpdateRule update, params FoldedStep[] steps)
    {
        if (steps is null || steps.Length == 0)
        {
            throw new ArgumentException("A plan needs at least one step.", nameof(steps));
        }

        if (steps.Any(step => step.Evaluations != steps[0].Evaluations))
        {
            throw new ArgumentException("Every step of a plan needs the same number of evaluations.", nameof(steps));
        }

        Integrator = integrator;
        Update = update;
        this.steps = steps;
        Dt = Array.AsReadOnly(Array.ConvertAll(steps, step => step.Dt));
        starts = RunningSum(Dt);
    }

    /// <summary>Takes the settings, the coefficients that differ, and which of them each step has.</summary>
    /// <param name="integrator">The method that takes a step.</param>
    /// <param name="update">The differential equation that is integrated.</param>
    /// <param name="order">For each step the index of its coefficients in <paramref name="kinds"/>.</param>
    /// <param name="kinds">The coefficients as they were emitted, each once.</param>
    /// <exception cref="ArgumentException">There is no step, an index has no coefficients, or the steps evaluate the block differently often.</exception>
    public ScorePlan(Integrator integrator, UpdateRule update, int[] order, params FoldedStep[] kinds)
        : this(integrator, update, InOrder(order, kinds))
    {
    }

    /// <summary>Takes the settings of a plan whose steps are all alike.</summary>
    /// <exception cref="ArgumentException">There is no step.</exception>
    public ScorePlan(int steps, Integrator integrator, UpdateRule update, FoldedStep step)
        : this(integrator, update, Enumerable.Repeat(step, steps).ToArray())
    {
    }

    /// <summary>How often the state is advanced.</summary>
    public int Steps => steps.Length;

    /// <summary>The size of each step.</summary>
    public IReadOnlyList<double> Dt { get; }

    /// <summary>The method that takes a step.</summary>
    public Integrator Integrator { get; }

    /// <summary>The differential equation that is integrated.</summary>
    public UpdateRule Update { get; }

    /// <summary>Where gradients flow over depth.</summary>
    public Backprop Backprop { get; init; } = Backprop.Full;

    /// <summary>How many of the last steps carry gradients.</summary>
    public int GradientSteps
    {
        get => gradientSteps ?? Steps;
        init => gradientSteps = value;
    }

    /// <summary>The relative change of the state below which a pass without gradients stops; 0 where it never does.</summary>
    public double Tolerance { get; init; }

    /// <summary>Whether the step sizes are learned: those shown here are the initial ones.</summary>
    public bool HasLearnedDt { get; init; }

    /// <summary>Whether a method decides from the state how far each step goes: the step sizes shown here only count depth time.</summary>
    public bool HasGate { get; init; }

    /// <summary>Whether the weights of the stages are learned: the coefficients shown here are the initial ones.</summary>
    public bool HasLearnedStages { get; init; }

    /// <summary>Whether a method of the module may end a pass without gradients before its last step.</summary>
    public bool HasExit { get; init; }

    /// <summary>Whether a method of the module is applied to each new state: the numbers shown here are those of the steps without it.</summary>
    public bool HasMap { get; init; }

    /// <summary>Whether the block hands a memory on from step to step, beside the state.</summary>
    public bool HasCarry { get; init; }

    /// <summary>What halting makes of the chances of positions; null where none halts before the last step.</summary>
    public HaltRule? Halting { get; init; }

    /// <summary>Who decides which tokens a step takes; null where each takes all.</summary>
    public RouteChoice? Routing { get; init; }

    /// <summary>How often one forward pass evaluates the block.</summary>
    public int Evaluations => Steps * steps[0].Evaluations;

    /// <summary>The depth time at the end: the sum of all dt.</summary>
    public double Horizon => starts[Steps];

    /// <summary>The share of h[0] that is left at the end where F is 0: 1 means that nothing leaks.</summary>
    public double Retention => steps.Aggregate(1.0, (share, step) => share * Stability.Retention(step));

    /// <summary>The folded coefficients of each step, as they were emitted.</summary>
    public IReadOnlyList<FoldedStep> Coefficients => Array.AsReadOnly(steps);

    /// <summary>The depth time at which a stage evaluates the block.</summary>
    /// <param name="step">The step, from 0 to Steps - 1.</param>
    /// <param name="stage">The stage, from 0; a one-stage method has only stage 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step or stage.</exception>
    public double Time(int step, int stage = 0)
    {
        if (step < 0 || step >= Steps)
        {
            throw new ArgumentOutOfRangeException(nameof(step), step, $"The plan has steps 0 to {Steps - 1}.");
        }

        var tableau = Tableau.Of(Integrator);
        if (stage < 0 || stage >= tableau.Stages)
        {
            throw new ArgumentOutOfRangeException(nameof(stage), stage, $"{Integrator} has stages 0 to {tableau.Stages - 1}.");
        }

        return starts[step] + (tableau.C[stage] * Dt[step]);
    }

    /// <summary>
    /// The coefficients of steps whose sizes are chosen now, folded as those of the plan were when it was compiled: what <c>ForwardSchedule</c> runs on.
    /// </summary>
    /// <param name="dt">The size of each step. Each applies the block of the plan's step of the same number, and past the plan's end that of its last one.</param>
    /// <exception cref="ArgumentException">There is no step.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is not finite and positive.</exception>
    public FoldedStep[] Fold(params double[] dt)
    {
        if (dt is null || dt.Length == 0)
        {
            throw new ArgumentException("A schedule needs at least one step size.", nameof(dt));
        }

        for (var step = 0; step < dt.Length; step++)
        {
            if (!(dt[step] > 0) || double.IsInfinity(dt[step]))
            {
                throw new ArgumentOutOfRangeException(nameof(dt), dt[step], $"The size of step {step + 1} of {dt.Length} must be finite and positive.");
            }
        }

        return dt.Select((size, step) => Folding.Fold(Integrator, Update, steps[Math.Min(step, Steps - 1)].StripSkip, size)).ToArray();
    }

    /// <summary>
    /// The growth of the worst step for a linear F: the largest <c>|R(dt·(λ - 1))|</c> over <c>|λ| ≤ lipschitz</c>
    /// (<c>|R(dt·λ)|</c> under the residual rule). At most 1: stable for every F whose Jacobian's eigenvalues lie in that disc.
    /// </summary>
    /// <param name="lipschitz">The radius of the disc, finite and not negative.</param>
    public double Amplification(double lipschitz)
    {
        RequireBound(lipschitz);
        return steps.Distinct().Max(step => Stability.Amplification(step, lipschitz));
    }

    /// <summary>
    /// A bound on the Lipschitz constant of the worst step for any F with that Lipschitz constant, linear or not. At most 1:
    /// no two states are driven apart.
    /// </summary>
    /// <param name="lipschitz">The Lipschitz constant of F, finite and not negative.</param>
    public double ContractionBound(double lipschitz)
    {
        RequireBound(lipschitz);
        return steps.Distinct().Max(step => Stability.ContractionBound(step, lipschitz));
    }

    /// <summary>
    /// The largest dt for which the <see cref="Amplification"/> of this method is at most 1, rounded down to three digits; 0 where there
    /// is none, infinity where every dt is stable.
    /// </summary>
    /// <param name="lipschitz">The radius of the disc, finite and not negative.</param>
    public double MaxStableDt(double lipschitz)
    {
        RequireBound(lipschitz);
        return Stability.MaxStableDt(Integrator, Update, steps[0].StripSkip, lipschitz);
    }

    /// <summary>The plan in one line, for people.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0} {1} {2} of {3}{4} ({5} rule{6}): {7} of F, horizon {8:0.####}",
        Steps,
        Integrator,
        Steps == 1 ? "step" : "steps",
        Dt.Distinct().Count() == 1 ? string.Format(CultureInfo.InvariantCulture, "dt = {0:0.####}", Dt[0]) : "varying dt",
        HasLearnedDt ? ", learned" : HasGate ? ", gated" : HasLearnedStages ? ", learned stages" : "",
        Update == UpdateRule.Contractive ? "contractive" : "residual",
        steps.All(step => step.StripSkip) ? ", skip stripped" : "",
        Evaluations == 1 ? "1 evaluation" : string.Format(CultureInfo.InvariantCulture, "{0} evaluations", Evaluations),
        Horizon) + Judgement() + (HasMap ? ", each new state mapped" : "") + (HasCarry ? ", with a memory" : "") + (HasExit ? ", ends early where it has settled" : "") + (Halting is { } rule ? $", positions halt ({rule})" : "")
        + (Routing is { } choice ? $", tokens are routed ({choice} choice)" : "");

    /// <summary>What follows from the step sizes, where they are known.</summary>
    private string Judgement() => HasGate || HasLearnedStages || HasMap ? "" : string.Format(
        CultureInfo.InvariantCulture,
        "{0}, amplification {1:0.####} for a Lipschitz constant of 1",
        Kept(),
        Amplification(1));

    /// <summary>How much of the first state is left, where each step takes all of the state.</summary>
    private string Kept() => Halting is null && Routing is null ? string.Format(CultureInfo.InvariantCulture, ", {0:0.#} % of h[0] retained", 100 * Retention) : "";

    private static FoldedStep[] InOrder(int[] order, FoldedStep[] kinds)
    {
        if (kinds is null || order is null || order.Any(index => index < 0 || index >= kinds.Length))
        {
            throw new ArgumentException("Each step of a plan needs the index of its coefficients.", nameof(order));
        }

        return Array.ConvertAll(order, index => kinds[index]);
    }

    private static double[] RunningSum(IReadOnlyList<double> dt)
    {
        var sums = new double[dt.Count + 1];
        for (var i = 0; i < dt.Count; i++)
        {
            sums[i + 1] = sums[i] + dt[i];
        }

        return sums;
    }

    private static void RequireBound(double lipschitz)
    {
        if (!(lipschitz >= 0) || double.IsInfinity(lipschitz))
        {
            throw new ArgumentOutOfRangeException(nameof(lipschitz), lipschitz, "A Lipschitz constant must be finite and not negative.");
        }
    }
}
