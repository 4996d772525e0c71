using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting;

/// <summary>An annotated class with what every member of it is written with: its signature, and names that are free.</summary>
internal abstract class ModuleContext
{
    private readonly HashSet<string> taken;

    protected ModuleContext(DepthModel model, IEnumerable<string> privateNames)
    {
        Model = model;
        States = model.Module.Parameters.Take(model.Module.States).Select(parameter => parameter.Name).ToList();
        Contexts = model.Module.Parameters.Skip(model.Module.States).ToList();
        taken = new HashSet<string>(model.Module.Parameters.Select(parameter => Bare(parameter.Name)).Concat(privateNames));
        LoneValue = States.Select(state => TakePrefix(States.Count == 1 ? "f" : "f" + Bare(state))).ToList();
        Pass = Take("pass");
    }

    public DepthModel Model { get; }

    /// <summary>The components of the state, as parameters.</summary>
    public IReadOnlyList<string> States { get; }

    public IReadOnlyList<Parameter> Contexts { get; }

    /// <summary>The block's value where there is only one at hand.</summary>
    public IReadOnlyList<string> LoneValue { get; }

    /// <summary>The scope of a whole pass.</summary>
    public string Pass { get; }

    /// <summary>The type of a state: a tensor, or the tuple of its components.</summary>
    public string StateType => Model.Module.Result;

    /// <summary>Whether anything measures a state.</summary>
    public abstract bool UsesNorms { get; }

    public virtual bool IsCheckpointed => false;

    /// <summary>Whether steps mix by weights that are kept as tensors.</summary>
    public virtual bool UsesWeights => false;

    /// <summary>The members that steer the pass.</summary>
    public virtual Steering? Steering => null;

    /// <summary>F, of each block.</summary>
    public abstract IReadOnlyList<Field> Fields { get; }

    public bool UsesSpectrum => Model.Names.Has(EmittedNames.Spectrum);

    public bool UsesJacobian => Model.Names.Has(EmittedNames.ForwardWithJacobian);

    /// <summary>The context of a class; null where an error stands.</summary>
    public static ModuleContext? Of(DepthModel model) => model switch
    {
        { Depth: { } depth } => new EmitContext(model, depth),
        { Equilibrium: { } equilibrium } => new EquilibriumContext(model, equilibrium),
        _ => null,
    };

    /// <summary>A symbol of formulas, which no input is called as well.</summary>
    public string Letter(string wanted) => Letter(Model, wanted);

    /// <summary>A name that no parameter or local of any member has from then on.</summary>
    public string Take(string wanted) => FreeNames.Take(wanted, taken);

    /// <summary>The same for names with numbers behind them.</summary>
    public string TakePrefix(string wanted) => FreeNames.TakePrefix(wanted, taken);

    /// <summary>A name for a further parameter or local of one member.</summary>
    public string Local(string wanted) => FreeNames.Find(wanted, taken);

    /// <summary>Such a name for each component of the state.</summary>
    public IReadOnlyList<string> Locals(string wanted)
        => States.Count == 1 ? [Local(wanted)] : States.Select(state => Local(wanted + "_" + Bare(state))).ToList();

    /// <summary>The parameter list of a member that takes what <c>forward</c> takes, after some of its own.</summary>
    public string Parameters(params string[] first)
        => string.Join(", ", first.Concat(Model.Module.Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}")));

    /// <summary>The arguments of a call that takes a step: some of its own, the state, and the context handed on.</summary>
    public string Arguments(IEnumerable<string> first, IEnumerable<string> state)
        => string.Join(", ", first.Concat(state).Concat(Contexts.Select(parameter => parameter.Name)));

    protected static string Letter(DepthModel model, string wanted)
        => FreeNames.Find(wanted, model.Module.Parameters.Select(parameter => Bare(parameter.Name)));

    protected static string Bare(string name) => name.TrimStart('@');

    /// <summary>The state's own name, such that no other name is it with a number behind it.</summary>
    protected string StatePrefix(string state)
    {
        taken.Remove(Bare(state));
        var prefix = FreeNames.TakePrefix(Bare(state), taken);
        taken.Add(Bare(state));
        return prefix;
    }
}
