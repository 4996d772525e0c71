using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScoreGen.Generator.Model;
using ScoreGen.Generator.Parsing;
using ScoreGen.Numerics;

namespace ScoreGen.Generator.Emitting;

/// <summary>An annotated class with all that its members are written with: folded steps, and names that are free.</summary>
internal sealed class Scene
{
    private readonly HashSet<string> taken;
    private readonly IReadOnlyList<Variant> variants;
    private readonly IReadOnlyList<string> statePrefixes;
    private readonly IReadOnlyList<string> valuePrefixes;
    private readonly IReadOnlyList<string> pointPrefixes;
    private readonly string mixPrefix;

    public Scene(DepthModel model, Depth depth)
    {
        Model = model;
        Depth = depth;
        variants = Variant.OfSteps(depth, model.Names.Coefficients);
        Tableau = Tableau.Of(depth.Settings.Integrator);
        States = model.Module.Parameters.Take(model.Module.States).Select(parameter => parameter.Name).ToList();
        Contexts = model.Module.Parameters.Skip(model.Module.States).ToList();
        Kinds = Enumerable.Range(0, depth.Settings.Steps)
            .GroupBy(step => (depth.PhaseOf(step), variants[step].Coefficients))
            .Select(steps => new StepKind(steps.Key.Item1, variants[steps.First()], steps.ToList()))
            .ToList();

        taken = new HashSet<string>(model.Module.Parameters.Select(parameter => Bare(parameter.Name)).Concat(PrivateNames()));
        statePrefixes = States.Select(StatePrefix).ToList();
        valuePrefixes = States.Select(state => Names.AllocatePrefix(States.Count == 1 ? "f" : "f" + Bare(state), taken)).ToList();
        pointPrefixes = States.Select(state => Names.AllocatePrefix(States.Count == 1 ? "y" : "y" + Bare(state), taken)).ToList();
        Pass = Names.Allocate("pass", taken);
        StepSize = Names.Allocate("size", taken);
        mixPrefix = Names.AllocatePrefix("mix", taken);
        Mix = depth.LearnedDt is null || depth.Settings.Integrator == Integrator.ExponentialEuler ? mixPrefix : StepSize;
    }

    public DepthModel Model { get; }

    public Depth Depth { get; }

    public Settings Settings => Depth.Settings;

    public Tableau Tableau { get; }

    /// <summary>The components of the state, as parameters.</summary>
    public IReadOnlyList<string> States { get; }

    public IReadOnlyList<Parameter> Contexts { get; }

    /// <summary>The ways in which steps are written.</summary>
    public IReadOnlyList<StepKind> Kinds { get; }

    /// <summary>The distinct sets of coefficients.</summary>
    public IEnumerable<Variant> Variants => variants.Distinct();

    /// <summary>The scope of a whole pass.</summary>
    public string Pass { get; }

    /// <summary>The learned step size of a step.</summary>
    public string StepSize { get; }

    /// <summary>What a step mixes by; a learned one by its size, or by <c>1 - e^-dt</c> where the leak is integrated exactly.</summary>
    public string Mix { get; }

    public bool UsesTime => Uses(ArgumentKind.Time);

    public bool UsesStep => Uses(ArgumentKind.Step);

    public bool UsesStage => Uses(ArgumentKind.Stage);

    public bool IsCheckpointed => Settings.Backprop == Backprop.Checkpoint;

    public bool IsTruncated => Settings.Backprop == Backprop.Truncated;

    /// <summary>The type of a state: a tensor, or the tuple of its components.</summary>
    public string StateType => Model.Module.Result;

    public Variant VariantOf(int step) => variants[step];

    public StepKind KindOf(int step) => Kinds.First(kind => kind.Steps.Contains(step));

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

    /// <summary>The names of the weights that a pass of one state mixes by, by their coefficients; none where steps are taken elsewhere.</summary>
    public IReadOnlyDictionary<string, string> MixesOfAPass()
    {
        if (States.Count > 1 || IsCheckpointed || Depth.LearnedDt is not null)
        {
            return new Dictionary<string, string>();
        }

        var coefficients = Variants.SelectMany(variant => variant.Mixes).ToList();
        return coefficients.Select((coefficient, i) => (coefficient, name: coefficients.Count == 1 ? Mix : mixPrefix + Number(i + 1)))
            .ToDictionary(mix => mix.coefficient, mix => mix.name);
    }

    /// <summary>A name for a further parameter or local of one member.</summary>
    public string Local(string wanted) => Names.Allocate(wanted, [.. taken]);

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
        var prefix = Names.AllocatePrefix(Bare(state), taken);
        taken.Add(Bare(state));
        return prefix;
    }

    private bool Uses(ArgumentKind kind) => Depth.Phases.Any(phase => phase.Block.Arguments.Any(argument => argument.Kind == kind));

    private IEnumerable<string> PrivateNames()
        => variants.Select(variant => variant.Coefficients)
            .Concat(Depth.Phases.Select(phase => phase.Block.Name))
            .Concat(Depth.LearnedDt is { } learned ? [learned.Name] : [])
            .Concat([Model.Names.Evaluate, Model.Names.Advance, Model.Names.AdvanceWithEnergy, Model.Names.StepSize, Model.Names.Checkpointed, Model.Names.CheckpointedWithEnergy]);

    private static string Bare(string name) => name.TrimStart('@');

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
