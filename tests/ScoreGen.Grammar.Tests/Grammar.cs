using System.Globalization;

namespace ScoreGen.Grammar.Tests;

/// <summary>All settings of a depth, as a test combines them.</summary>
public sealed record Grammar
{
    public const int BackpropSteps = 2;
    public const double MaxDt = 1.25;

    public Integrator Integrator { get; init; } = Integrator.Euler;

    public UpdateRule Update { get; init; } = UpdateRule.Contractive;

    public bool StripSkip { get; init; }

    public double Dt { get; init; }

    public bool HasSchedule { get; init; }

    public bool KeepsHorizon { get; init; }

    /// <summary>Step sizes that a caller gives, instead of those of the class; null where none does.</summary>
    public double[]? Given { get; init; }

    public Per? Learned { get; init; }

    public GateForm Gate { get; init; }

    public StageForm Stages { get; init; }

    public ExitForm Exit { get; init; }

    public HaltRule? Halt { get; init; }

    public bool HasMap { get; init; }

    public RouteChoice? Route { get; init; }

    public OwnForm Own { get; init; }

    public bool HasCarry { get; init; }

    public WeightSharing Weights { get; init; } = WeightSharing.Shared;

    public bool HasPhases { get; init; }

    public int Cycles { get; init; } = 1;

    public Backprop Backprop { get; init; } = Backprop.Full;

    public double Tolerance { get; init; }

    public int States { get; init; } = 1;

    /// <summary>Whether each block moves one part of the state.</summary>
    public bool HasSpeeds { get; init; }

    /// <summary>The part of the state that the block of a phase moves; null where it moves all.</summary>
    public int? Updates(int phase) => HasSpeeds ? phase : null;

    public bool IsModule { get; init; }

    /// <summary>The steps of each phase within a cycle.</summary>
    public int[] PhaseSteps => HasPhases ? [2, 1] : [3];

    public int Steps => Given?.Length ?? Cycles * PhaseSteps.Sum();

    /// <summary>One dt for each step.</summary>
    public double[] Sizes => Given is not null ? Given : HasSchedule
        ? [.. Enumerable.Range(0, Steps).Select(step => 0.2 + (0.1 * (step % 3)))]
        : [.. Enumerable.Repeat(Dt == 0 ? 1.0 / Steps : Dt, Steps)];

    /// <summary>With expert choice, the share of the tokens that each step takes.</summary>
    public double[] Capacity => [.. new[] { 1, 0.6, 0.4, 0.4, 0.2, 0.2 }.Take(Steps)];

    /// <summary>Whether something ends a pass without gradients before its last step.</summary>
    public bool EndsEarly => Tolerance > 0 || Exit != ExitForm.None;

    /// <summary>Whether a pass of another number of steps has a meaning, and so is emitted.</summary>
    public bool TakesSteps => !HasPhases;

    /// <summary>Whether a caller can give the step sizes.</summary>
    public bool TakesSizes => Learned is null && Gate == GateForm.None;

    /// <summary>A module has no parameter that could be marked.</summary>
    public bool UsesModules => (IsModule || Weights == WeightSharing.PerStep) && Own == OwnForm.None && !HasCarry;

    /// <summary>The arguments of the annotation, defaults left out.</summary>
    public string Annotation => string.Join(", ", Arguments());

    private IEnumerable<string> Arguments()
    {
        if (!HasPhases)
        {
            yield return $"Steps = {PhaseSteps[0]}";
        }

        if (Dt != 0)
        {
            yield return $"Dt = {Text(Dt)}";
        }

        if (HasSchedule)
        {
            yield return $"DtSchedule = new[] {{ {string.Join(", ", Sizes.Select(Text))} }}";
        }

        if (KeepsHorizon)
        {
            yield return "KeepHorizon = true";
        }

        yield return $"Integrator = Integrator.{Integrator}, Update = UpdateRule.{Update}, Cycles = {Cycles}";
        if (Weights != WeightSharing.Shared)
        {
            yield return $"Weights = WeightSharing.{Weights}";
        }

        if (Backprop != Backprop.Full)
        {
            yield return $"Backprop = Backprop.{Backprop}";
        }

        if (Backprop is Backprop.Truncated or Backprop.Segments)
        {
            yield return $"BackpropSteps = {BackpropSteps}";
        }

        if (Tolerance > 0)
        {
            yield return $"Tolerance = {Text(Tolerance)}";
        }

        yield return "Members = DepthMembers.All";
    }

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>What a method with <c>[ScoreDt]</c> returns.</summary>
public enum GateForm
{
    None,
    Size,
    KeepAndWrite,
}

/// <summary>What carries <c>[ScoreStageWeights]</c>.</summary>
public enum StageForm
{
    None,
    Weights,
    Mix,
}

/// <summary>What <c>[ScorePerStep]</c> takes weights of each step's own from.</summary>
public enum OwnForm
{
    None,
    Rows,
    Modules,
}

/// <summary>What a method with <c>[ScoreExit]</c> decides for.</summary>
public enum ExitForm
{
    None,
    Whole,
    PerSample,
}
