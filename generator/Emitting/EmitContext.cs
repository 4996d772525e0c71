using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Model;
using ScoreGen.Numerics;

namespace ScoreGen.Generator.Emitting;

/// <summary>An annotated class with all that its members are written with: folded steps, and names that are free.</summary>
internal sealed class EmitContext
{
    private const int MostUnrolled = 16;

    private static readonly string[] LoopingCompanions = [EmittedNames.ForwardSteps, EmittedNames.States, EmittedNames.Trace];

    private readonly HashSet<string> taken;
    private readonly IReadOnlyList<StepCoefficients> coefficients;
    private readonly IReadOnlyList<string> statePrefixes;
    private readonly IReadOnlyList<string> valuePrefixes;
    private readonly IReadOnlyList<string> pointPrefixes;

    public EmitContext(DepthModel model, Depth depth)
    {
        Model = model;
        Depth = depth;
        coefficients = StepCoefficients.OfSteps(depth, model.Names.Coefficients, Letter);
        Tableau = Tableau.Of(depth.Settings.Integrator);
        States = model.Module.Parameters.Take(model.Module.States).Select(parameter => parameter.Name).ToList();
        Contexts = model.Module.Parameters.Skip(model.Module.States).ToList();
        taken = new HashSet<string>(model.Module.Parameters.Select(parameter => Bare(parameter.Name)).Concat(PrivateNames()));
        statePrefixes = States.Select(StatePrefix).ToList();
        valuePrefixes = States.Select(state => FreeNames.TakePrefix(States.Count == 1 ? "f" : "f" + Bare(state), taken)).ToList();
        pointPrefixes = States.Select(state => FreeNames.TakePrefix(States.Count == 1 ? "y" : "y" + Bare(state), taken)).ToList();
        Pass = FreeNames.Take("pass", taken);
        Rule = StepRule.Of(this);
        Groups = Enumerable.Range(0, depth.Settings.Steps)
            .GroupBy(step => (depth.PhaseOf(step), Rule.IsOfOneSize ? "" : coefficients[step].Holder))
            .Select(steps => new StepGroup(steps.Key.Item1, coefficients[steps.First()], steps.ToList()))
            .ToList();
    }

    public DepthModel Model { get; }

    public Depth Depth { get; }

    public Settings Settings => Depth.Settings;

    public Tableau Tableau { get; }

    /// <summary>The components of the state, as parameters.</summary>
    public IReadOnlyList<string> States { get; }

    public IReadOnlyList<Parameter> Contexts { get; }

    /// <summary>The ways in which steps are written.</summary>
    public IReadOnlyList<StepGroup> Groups { get; }

    /// <summary>The distinct sets of coefficients.</summary>
    public IEnumerable<StepCoefficients> CoefficientSets => coefficients.Distinct();

    /// <summary>The scope of a whole pass.</summary>
    public string Pass { get; }

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
    public bool UsesAdvance => IsDeep || IsCheckpointed || EndsEarly || LoopingCompanions.Any(Model.Names.Has);

    public bool UsesEnergy => Model.Names.Has(EmittedNames.ForwardWithEnergy);

    /// <summary>Whether anything measures a state.</summary>
    public bool UsesNorms => UsesEnergy || Settings.Tolerance > 0 || Model.Names.Has(EmittedNames.Trace);

    public bool IsCheckpointed => Settings.Backprop == Backprop.Checkpoint;

    public bool IsTruncated => Settings.Backprop == Backprop.Truncated;

    /// <summary>The type of a state: a tensor, or the tuple of its components.</summary>
    public string StateType => Model.Module.Result;

    public StepCoefficients CoefficientsOf(int step) => coefficients[step];

    public StepGroup GroupOf(int step) => Groups.First(group => group.Steps.Contains(step));

    /// <summary>The state after a number of steps: the parameters themselves, then <c>h1</c>, <c>h2</c>, …</summary>
    public IReadOnlyList<string> StateAfter(int steps)
        => steps == 0 ? States : statePrefixes.Select(prefix => prefix + Number(steps)).ToList();

    /// <summary>The block's value at a stage, from 0.</summary>
    public IReadOnlyList<string> Value(int stage)
        => Tableau.Stages == 1 ? valuePrefixes : valuePrefixes.Select(prefix => prefix + Number(stage + 1)).ToList();

    /// <summary>The block's value where there is only one at hand.</summary>
    public IReadOnlyList<string> LoneValue => valuePrefixes;

    /// <summary>The point at which a stage, from 1, evaluates the block.</summary>
    public IReadOnlyList<string> Point(int stage) => pointPrefixes.Select(prefix => prefix + Number(stage + 1)).ToList();

    /// <summary>A symbol of formulas, which no input is called as well.</summary>
    public string Letter(string wanted) => FreeNames.Take(wanted, [.. Model.Module.Parameters.Select(parameter => Bare(parameter.Name))]);

    /// <summary>A name that no parameter or local of any member has from then on.</summary>
    public string Take(string wanted) => FreeNames.Take(wanted, taken);

    /// <summary>The same for names with numbers behind them.</summary>
    public string TakePrefix(string wanted) => FreeNames.TakePrefix(wanted, taken);

    /// <summary>A name for a further parameter or local of one member.</summary>
    public string Local(string wanted) => FreeNames.Take(wanted, [.. taken]);

    /// <summary>Such a name for each component of the state.</summary>
    public IReadOnlyList<string> Locals(string wanted)
        => States.Count == 1 ? [Local(wanted)] : States.Select(state => Local(wanted + "_" + Bare(state))).ToList();

    /// <summary>The parameter list of a member that takes what <c>forward</c> takes, after some of its own.</summary>
    public string Parameters(params string[] first)
        => string.Join(", ", first.Concat(Model.Module.Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}")));

    /// <summary>The arguments of a call that takes a step: some of its own, the state, and the context handed on.</summary>
    public string Arguments(IEnumerable<string> first, IEnumerable<string> state)
        => string.Join(", ", first.Concat(state).Concat(Contexts.Select(parameter => parameter.Name)));

    /// <summary>The state's own name, such that no other name is it with a number behind it.</summary>
    private string StatePrefix(string state)
    {
        taken.Remove(Bare(state));
        var prefix = FreeNames.TakePrefix(Bare(state), taken);
        taken.Add(Bare(state));
        return prefix;
    }

    private bool Uses(ArgumentKind kind)
        => Depth.Phases.SelectMany(phase => phase.Block.Arguments).Concat(Depth.Steering.Members.SelectMany(member => member.Arguments)).Any(argument => argument.Kind == kind);

    private IEnumerable<string> PrivateNames()
        => coefficients.Select(coefficients => coefficients.Holder)
            .Concat(Depth.Phases.Select(phase => phase.Block.Name))
            .Concat(Depth.Steering.Names)
            .Concat([Model.Names.Evaluate, Model.Names.Advance, Model.Names.AdvanceWithEnergy, Model.Names.StepSize, Model.Names.StageWeights, Model.Names.Checkpointed, Model.Names.CheckpointedWithEnergy]);

    private static string Bare(string name) => name.TrimStart('@');

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
