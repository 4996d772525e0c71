using System;
using System.Collections.Generic;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Support;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>How a step goes from the block's values to the next state: by folded constants, or by what is learned or depends on the state.</summary>
internal abstract class StepRule
{
    public static StepRule Of(EmitContext context)
        => context.Steering switch
        {
            { Gate: { } gate } => new GatedRule(context, gate),
            { LearnedDt: { } learned } => new LearnedRule(context, learned),
            { Stages: { } stages } => new StageWeightsRule(context, stages),
            _ => new FoldedRule(context),
        };

    /// <summary>What documentation says of the step size beside its declared value.</summary>
    public virtual string Remark => "";

    /// <summary>What the plan says of the step size, as initialisers.</summary>
    public virtual IEnumerable<string> Promises => [];

    /// <summary>Whether steps of different dt are written alike.</summary>
    public virtual bool IsOfOneSize => false;

    /// <summary>Whether the declared dt bounds how far a step drives states apart.</summary>
    public virtual bool IsBounded => true;

    /// <summary>The energy of a step for people.</summary>
    public virtual string EnergyFormula(string field) => $"dt·mean(({field})²)";

    /// <summary>Whether each step has a parameter of its own, so that there can be no further steps.</summary>
    public virtual bool IsOfEachStep => false;

    /// <summary>What is the same at every step, made where a pass begins.</summary>
    public abstract IReadOnlyList<PassLocal> PassLocals { get; }

    /// <summary>Those that a step taken in a method of its own is given.</summary>
    public abstract IReadOnlyList<PassLocal> HandedDown { get; }

    /// <summary>The same for one kind of method: what depends on the size of a step is no use to one that is given its size.</summary>
    public virtual IReadOnlyList<PassLocal> HandedDownTo(StepKind kind) => HandedDown;

    /// <summary>Whether weights are kept as tensors.</summary>
    public virtual bool UsesWeights => false;

    /// <summary>The step for people: a formula for each stage's point, and one for the next state.</summary>
    public abstract IEnumerable<string> Formulas(StepCoefficients coefficients, string from, string to);

    /// <summary>Writes what comes before the first evaluation of a step.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="coefficients">The step's coefficients.</param>
    /// <param name="step">The step's number, as an expression.</param>
    /// <param name="state">The first component of the old state.</param>
    /// <param name="atHand">The locals of the pass that the step can see.</param>
    public virtual void Open(SourceWriter writer, StepCoefficients coefficients, string step, string state, IReadOnlyList<PassLocal> atHand)
    {
    }

    /// <summary>Writes what comes after the last evaluation of a step, before the next state.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="coefficients">The step's coefficients.</param>
    /// <param name="position">Where the step stands.</param>
    /// <param name="from">The old state.</param>
    /// <param name="guard">The condition under which values are checked; "true" for always, null for never.</param>
    public virtual void Close(SourceWriter writer, StepCoefficients coefficients, StepPosition position, IReadOnlyList<string> from, string? guard)
    {
    }

    /// <summary>A component of a stage's point (row 1 and on) or, as the last row, of the next state.</summary>
    public abstract string Combine(StepCoefficients coefficients, int row, string from, int component, IReadOnlyList<PassLocal> atHand);

    /// <summary>The energy of a component: from the state, the block's first value, and the next state.</summary>
    public abstract string Energy(StepCoefficients coefficients, string state, string value, string next);

    /// <summary>Whether the holder of a step's coefficients holds anything.</summary>
    public virtual bool HasCoefficients(StepCoefficients coefficients) => true;

    /// <summary>Writes what the holder of a step's coefficients holds.</summary>
    public abstract void WriteCoefficients(SourceWriter writer, StepCoefficients coefficients);

    /// <summary>The methods that a step calls.</summary>
    public virtual IEnumerable<Action> Members(SourceWriter writer) => [];

    /// <summary>The squares of the sizes of all elements.</summary>
    protected static string Squares(string field) => $"{SupportFile.Norms.Name("Squares")}({field})";
}

/// <summary>A tensor made once for a pass.</summary>
/// <param name="Name">The local that holds it.</param>
/// <param name="Expression">What it is.</param>
internal sealed record PassLocal(string Name, string Expression);
