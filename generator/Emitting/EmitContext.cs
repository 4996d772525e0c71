using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Model;
using ScoreGen.Numerics;

namespace ScoreGen.Generator.Emitting;

/// <summary>A class that takes steps: they are folded here.</summary>
internal sealed class EmitContext : ModuleContext
{
    private const int MostUnrolled = 16;

    private static readonly string[] LoopingCompanions = [EmittedNames.States, EmittedNames.Trace, EmittedNames.ForwardWithCarry];

    private readonly IReadOnlyList<StepCoefficients> coefficients;
    private readonly IReadOnlyList<string> statePrefixes;
    private readonly IReadOnlyList<string> pointPrefixes;

    public EmitContext(DepthModel model, Depth depth)
        : this(model, depth, StepCoefficients.OfSteps(depth, model.Names.Coefficients, wanted => Letter(model, wanted)))
    {
    }

    private EmitContext(DepthModel model, Depth depth, IReadOnlyList<StepCoefficients> coefficients)
        : base(model, PrivateNames(model.Names, depth, coefficients))
    {
        Depth = depth;
        this.coefficients = coefficients;
        Tableau = Tableau.Of(depth.Settings.Integrator);
        statePrefixes = States.Select(StatePrefix).ToList();
        pointPrefixes = States.Select(state => TakePrefix(States.Count == 1 ? "y" : "y" + Bare(state))).ToList();
        Carry = depth.Phases.Any(phase => phase.Block.HasCarry) ? TakePrefix("carry") : null;
        Rule = StepRule.Of(this);
        Groups = Enumerable.Range(0, depth.Settings.Steps)
            .GroupBy(step => (depth.PhaseOf(step), Rule.IsOfOneSize ? "" : coefficients[step].Holder))
            .Select(steps => new StepGroup(steps.Key.Item1, coefficients[steps.First()], steps.ToList()))
            .ToList();
    }

    public Depth Depth { get; }

    public Settings Settings => Depth.Settings;

    public Tableau Tableau { get; }

    /// <summary>The ways in which steps are written.</summary>
    public IReadOnlyList<StepGroup> Groups { get; }

    /// <summary>The distinct sets of coefficients.</summary>
    public IEnumerable<StepCoefficients> CoefficientSets => coefficients.Distinct();

    /// <summary>The variable that holds the memory which blocks hand on; null where none does.</summary>
    public string? Carry { get; }

    /// <summary>How steps go from the block's values to the next state.</summary>
    public StepRule Rule { get; }

    public bool UsesTime => Uses(ArgumentKind.Time);

    public bool UsesStep => Uses(ArgumentKind.Step);

    public bool UsesStage => Uses(ArgumentKind.Stage);

    /// <summary>Whether the unrolled pass would be a wall of steps.</summary>
    public bool IsDeep => Settings.Steps > MostUnrolled;

    /// <summary>Whether something ends a pass without gradients before its last step.</summary>
    public bool EndsEarly => Settings.Tolerance > 0 || Depth.Steering.Exit is not null;

    /// <summary>Whether anything takes a step that is chosen at run time.</summary>
    public bool UsesAdvance => IsDeep || IsCheckpointed || EndsEarly || Depth.Steering.Halt is not null || Depth.Steering.Route is not null || LoopingCompanions.Any(Model.Names.Has)
        || (Model.Names.Has(EmittedNames.ForwardSteps) && !Settings.KeepHorizon);

    /// <summary>Whether anything takes steps of a size that is chosen at run time.</summary>
    public bool UsesSizes => Model.Names.Has(EmittedNames.ForwardSchedule) || (Settings.KeepHorizon && Model.Names.Has(EmittedNames.ForwardSteps));

    public bool UsesEnergy => Model.Names.Has(EmittedNames.ForwardWithEnergy);

    /// <inheritdoc/>
    public override bool UsesNorms => UsesEnergy || Settings.Tolerance > 0 || Model.Names.Has(EmittedNames.Trace);

    /// <inheritdoc/>
    public override bool IsCheckpointed => Settings.Backprop == Backprop.Checkpoint;

    /// <inheritdoc/>
    public override bool UsesWeights => Rule.UsesWeights;

    /// <inheritdoc/>
    public override Steering Steering => Depth.Steering;

    /// <summary>Whether the first steps of a pass that returns its last state alone carry no gradients.</summary>
    public bool IsTruncated => Settings.Backprop is Backprop.Truncated or Backprop.Segments;

    public StepCoefficients CoefficientsOf(int step) => coefficients[step];

    public StepGroup GroupOf(int step) => Groups.First(group => group.Steps.Contains(step));

    /// <summary>The state after a number of steps: the parameters themselves, then <c>h1</c>, <c>h2</c>, …</summary>
    public IReadOnlyList<string> StateAfter(int steps)
        => steps == 0 ? States : statePrefixes.Select(prefix => prefix + Number(steps)).ToList();

    /// <summary>The memory after a number of steps; null where no block has one.</summary>
    public string? CarryAfter(int steps) => Carry is null ? null : steps == 0 ? "null" : Carry + Number(steps);

    /// <summary>The block's value at a stage, from 0.</summary>
    public IReadOnlyList<string> Value(int stage)
        => Tableau.Stages == 1 ? LoneValue : LoneValue.Select(prefix => prefix + Number(stage + 1)).ToList();

    /// <summary>The point at which a stage, from 1, evaluates the block.</summary>
    public IReadOnlyList<string> Point(int stage) => pointPrefixes.Select(prefix => prefix + Number(stage + 1)).ToList();

    /// <summary>The method that evaluates the block of a phase.</summary>
    public string EvaluateName(Phase phase) => OfPhase(Model.Names.Evaluate, phase);

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields => Depth.Phases.Select(FieldOf).ToList();

    private Field FieldOf(Phase phase)
    {
        var steps = Enumerable.Range(0, Settings.Steps).Where(step => ReferenceEquals(Depth.PhaseOf(step), phase)).ToList();
        return new Field(OfPhase(Model.Names.Field, phase), phase.Block, PositionOf(phase, steps[0]), PositionOf(phase, steps[steps.Count - 1]));
    }

    private IReadOnlyList<string> PositionOf(Phase phase, int step)
    {
        var position = new StepPosition.Unrolled(step, Settings.Dt.Take(step).Sum());
        var index = position.IndexIn(Depth.CycleSteps, Depth.StartOf(phase), Settings.Cycles > 1);
        return new BlockCall(this, phase.Block).Extras(position.TimeOf(0), position.Step, "0", index).Select(extra => extra.Name).ToList();
    }

    private string OfPhase(string name, Phase phase) => Depth.Phases.Count == 1 ? name : name + Number(Depth.IndexOf(phase) + 1);

    private bool Uses(ArgumentKind kind)
        => Depth.Phases.SelectMany(phase => phase.Block.Arguments).Concat(Depth.Steering.Members.SelectMany(member => member.Arguments)).Any(argument => argument.Kind == kind);

    private static IEnumerable<string> PrivateNames(EmittedNames names, Depth depth, IEnumerable<StepCoefficients> coefficients)
        => coefficients.Select(coefficients => coefficients.Holder)
            .Concat(depth.Phases.Select(phase => phase.Block.Name))
            .Concat(depth.Phases.SelectMany(phase => phase.Block.Sources).Select(source => source.Name))
            .Concat(depth.Steering.Names)
            .Concat([names.Evaluate, names.Advance, names.AdvanceWithEnergy, names.AdvanceBy, names.AdvanceChosen, names.AdvanceChosenBy, names.StepSize, names.StageWeights, names.Field, names.ForwardToExit, names.Checkpointed, names.CheckpointedWithEnergy, names.CheckpointedBy]);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
