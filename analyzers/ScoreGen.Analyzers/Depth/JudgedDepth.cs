using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Model;
using ScoreGen.Generator.Parsing;
using ScoreGen.Numerics;

namespace ScoreGen.Analyzers;

/// <summary>
/// Depth settings that are possible, the numbers that judge them, and where they are written. The numbers speak of F: a skip that is
/// stripped off the block makes no difference to them.
/// </summary>
internal sealed class JudgedDepth
{
    private readonly DepthArguments arguments;
    private readonly CancellationToken cancellation;
    private readonly List<FoldedStep> sizes;

    private JudgedDepth(DepthParse parse, Settings settings, CancellationToken cancellation)
    {
        Parse = parse;
        Settings = settings;
        this.cancellation = cancellation;
        arguments = new DepthArguments(parse.Attribute, cancellation);
        sizes = Sizes();
    }

    public DepthParse Parse { get; }

    public Settings Settings { get; }

    /// <summary>What decides during the pass how far a step goes, so that nothing can be judged beforehand; null where nothing does.</summary>
    public SteeringMember? Judge => Parse.Steering.Gate?.Member ?? Parse.Steering.Stages?.Mix;

    /// <summary>Whether steps are those of the contractive rule and of a size that is known.</summary>
    public bool IsContractive => Settings.Update == UpdateRule.Contractive && Judge is null;

    /// <summary>Whether the settings alone say what a step does to a state: nothing maps it afterwards.</summary>
    public bool IsJudged => IsContractive && Parse.Steering.After is null;

    /// <summary>Whether a step may amplify the state. Only the contractive rule promises that it does not.</summary>
    public bool IsUnstable => IsJudged && sizes.Any(size => !IsStable(size));

    public bool HasWeightsPerStep => (WeightSharing)arguments.Value("Weights", 0) == WeightSharing.PerStep;

    /// <summary>How often a step evaluates the block.</summary>
    public int Evaluations => sizes[0].Evaluations;

    /// <summary>Whether each step has a size of its own. A schedule of null is none.</summary>
    public bool HasSchedule => arguments.Values("DtSchedule") is not null;

    /// <summary>The settings; null where one is impossible, which is reported as such.</summary>
    public static JudgedDepth? Of(DepthParse parse, CancellationToken cancellation)
        => parse.Settings is null ? null : new JudgedDepth(parse, parse.Settings, cancellation);

    /// <summary>The step sizes to judge. A learned one can come as close to its Max as it likes.</summary>
    public IEnumerable<double> StepSizes() => Parse.Steering.LearnedDt is { } learned ? [learned.Max] : Settings.Dt;

    /// <summary>The share of h[0] that is left after all steps where F is 0; null where dt is learned, and where not every step takes all of the state.</summary>
    public double? Retention()
        => Parse.Steering is { LearnedDt: null, Halt: null, Route: null }
            ? Settings.Dt.Aggregate(1.0, (share, dt) => share * Stability.Retention(sizes.First(size => size.Dt == dt)))
            : null;

    /// <summary>The step size that amplifies most, and by how much for the declared Lipschitz bound.</summary>
    public (double Dt, double Amplification) WorstAmplification()
        => sizes.Select(size => (size.Dt, Amplification: Amplification(size))).OrderByDescending(size => size.Amplification).First();

    /// <summary>The step size with a negative weight that is furthest from a contraction, and its bound for a non-expansive F.</summary>
    public (double Dt, double Bound)? WorstBound()
    {
        var negative = sizes.FindAll(size => !Stability.IsConvex(size));
        return negative.Count == 0 ? null : negative.Select(size => (size.Dt, Bound: Stability.ContractionBound(size, 1))).OrderByDescending(size => size.Bound).First();
    }

    public bool IsStable(double dt) => IsStable(Settings.Integrator, dt);

    public bool IsStable(Integrator integrator, double dt) => IsStable(Fold(integrator, dt));

    public bool IsConvex(double dt) => Stability.IsConvex(Fold(Settings.Integrator, dt));

    /// <summary>Rounded down, so that it is stable itself; 0 where none is.</summary>
    public double LargestStableDt() => Stability.MaxStableDt(Settings.Integrator, Settings.Update, stripSkip: false, Settings.Lipschitz);

    public bool IsGiven(string setting) => arguments.Has(setting);

    /// <summary>Where the step sizes are written: the bound of a learned one, the schedule, dt, or else the first of these settings.</summary>
    public Location LocationOfDt(params string[] otherwise)
    {
        if (LearnedDtParser.FindMark(Parse) is { } mark)
        {
            return new DepthArguments(mark, cancellation).Location("Max");
        }

        return HasSchedule ? arguments.Location("DtSchedule") : LocationOf(otherwise.Prepend("Dt").ToArray());
    }

    /// <summary>Where each entry of DtSchedule is written; empty where there is none.</summary>
    public IReadOnlyList<Location> LocationsOfSchedule() => arguments.Entries("DtSchedule");

    /// <summary>The first of these settings that is written down; the whole annotation where none is.</summary>
    public Location LocationOf(params string[] settings)
        => arguments.Location(settings.FirstOrDefault(arguments.Has) ?? "");

    /// <summary>Each size once. A plain loop, because a query over numbers is translated to machine code each time the compiler starts.</summary>
    private List<FoldedStep> Sizes()
    {
        var different = new List<FoldedStep>();
        foreach (var dt in StepSizes())
        {
            if (!different.Exists(known => known.Dt == dt))
            {
                different.Add(Fold(Settings.Integrator, dt));
            }
        }

        return different;
    }

    private FoldedStep Fold(Integrator integrator, double dt) => Folding.Fold(integrator, Settings.Update, stripSkip: false, dt);

    /// <summary>A step that drives no two states apart amplifies none: that takes no search, and holds for nearly every step that is written.</summary>
    private bool IsStable(FoldedStep size)
        => Stability.ContractionBound(size, Settings.Lipschitz) <= 1 + Stability.Tolerance || Amplification(size) <= 1 + Stability.Tolerance;

    private double Amplification(FoldedStep size) => Stability.Amplification(size, Settings.Lipschitz);
}
