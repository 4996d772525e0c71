using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.DiagnosticSeverity;

namespace ScoreGen.Generator.Diagnostics;

internal static partial class Descriptors
{
    private const string DepthSettings = "ScoreGen.Depth";

    public static readonly DiagnosticDescriptor OutOfRange = Create(
        "SCORE101",
        DepthSettings,
        Error,
        "A depth setting is out of range",
        "{0} = {1} is out of range: {2}",
        "Steps and Cycles are 1 to 512, together at most 512; BackpropSteps is 1 to Steps - 1; Lipschitz and Tolerance are finite and not negative; an enumeration has one of its named values.");

    public static readonly DiagnosticDescriptor InvalidDt = Create(
        "SCORE102",
        DepthSettings,
        Error,
        "A step size must be finite and positive",
        "A step size of {0} is impossible: {1}",
        "A step advances depth time by dt. Dt = 0 stands for the default, 1/Steps. A learned dt starts at the declared one and stays below its Max.");

    public static readonly DiagnosticDescriptor UnstableDt = Create(
        "SCORE103",
        DepthSettings,
        Warning,
        "The step size is unstable",
        "dt = {0} is unstable with {1}: with a block that stretches the difference of two states at most {2}-fold (Lipschitz = {2}) a step can still stretch it {4}-fold; {3}",
        "What a step stretches at all, the next steps stretch further, so that the state can grow without bound. How much depends on the integrator, on dt, and on how much the block itself stretches.");

    public static readonly DiagnosticDescriptor NotConvex = Create(
        "SCORE104",
        DepthSettings,
        Info,
        "The step is not a convex combination",
        "A step of {0} with dt = {1} gives a negative weight to the state or to a value of the block: even where the block never moves two states further apart, a step can, by a factor of up to {2}",
        "With non-negative weights every stage is an average, which cannot move states apart if the block does not. A negative weight loses that guarantee.");

    public static readonly DiagnosticDescriptor ScheduleMismatch = Create(
        "SCORE105",
        DepthSettings,
        Error,
        "The schedule of step sizes does not fit",
        "DtSchedule {0}",
        "DtSchedule gives one step size for each step, instead of Dt.");

    public static readonly DiagnosticDescriptor IntegratorCost = Create(
        "SCORE106",
        DepthSettings,
        Info,
        "The integrator evaluates the block several times a step",
        "{0} evaluates {1} {2} times in a forward pass, where Euler does {3} times",
        "Time and activation memory of a forward pass grow with the evaluations of the block. A higher order pays where the trajectory matters, not where only the end does.");

    public static readonly DiagnosticDescriptor Excluding = Create(
        "SCORE107",
        DepthSettings,
        Error,
        "Depth settings exclude each other",
        "{0} and {1} cannot stand together: {2}",
        "Some settings have no meaning together.");

    public static readonly DiagnosticDescriptor Retention = Create(
        "SCORE108",
        DepthSettings,
        Info,
        "The input is nearly forgotten, or hardly changed",
        "{0} % of the input is left after {1}: {2}",
        "Where the block adds nothing, the state decays to this share of the input. Near 0 the input is forgotten; near 1 the block has hardly any effect.");

    public static readonly DiagnosticDescriptor NoEffect = Create(
        "SCORE109",
        DepthSettings,
        Warning,
        "A setting has no effect here",
        "{0} has no effect here: {1}",
        "Something else decides what this setting would have set.");

    public static readonly DiagnosticDescriptor ChanceRange = Create(
        "SCORE116",
        DepthSettings,
        Info,
        "A gate or a chance leaves the range from 0 to 1",
        "What '{0}' returns comes out of {1}, whose values go beyond 0 and 1; {2}",
        "A gate says which share of a step is taken, and a halting unit the chance of a position to halt. Generated code adds no sigmoid of its own.");

    public static readonly DiagnosticDescriptor SteeringSignature = Create(
        "SCORE115",
        DepthSettings,
        Error,
        "A member that steers the pass does not fit",
        "'{0}' cannot steer '{1}' by {2}: {3}",
        "A method that steers a pass takes the state, then what its mark asks for, then any of the block's contexts under their own names.");

    public static readonly DiagnosticDescriptor CutUpstream = Create(
        "SCORE110",
        DepthSettings,
        Info,
        "No gradient reaches what is upstream",
        "Backprop = Backprop.Truncated and no context: the first {0} no graph, so no gradient reaches what is upstream of '{1}'; pass the input as a context as well, or say Backprop = Backprop.Checkpoint",
        "Truncated computes its first steps without a graph. An encoder whose output is only the state of the module is then never trained; one whose output is also a context is.");

    public static readonly DiagnosticDescriptor ToleranceOutOfReach = Create(
        "SCORE111",
        DepthSettings,
        Warning,
        "The tolerance is out of reach",
        "Tolerance = {0} is below the relative distance from one {1} number to the next, {2}: the solver would take all its evaluations and not converge; write {3} or more{4}",
        "A residual is the difference of two states. It becomes smaller than the rounding of their numbers by chance alone.");

    public static readonly DiagnosticDescriptor Plan = Create(
        "SCORE117",
        DepthSettings,
        Info,
        "The depth in one line",
        "{0}",
        "What the settings amount to. It is off until a project asks for it.",
        isOn: false);
}
