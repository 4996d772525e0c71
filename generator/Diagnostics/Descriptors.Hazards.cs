using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.DiagnosticSeverity;

namespace ScoreGen.Generator.Diagnostics;

internal static partial class Descriptors
{
    private const string Hazards = "ScoreGen.Hazards";

    public static readonly DiagnosticDescriptor InPlaceChange = Create(
        "SCORE301",
        Hazards,
        Warning,
        "The block changes its input in place",
        "'{0}' changes {1} in place: the step still reads it after the block has run, and every further evaluation changes it again; use the out-of-place form",
        "The update reads the state after the block has run, and a context is passed to every evaluation. An in-place change of either, or of a view of it, compounds with each evaluation.");

    public static readonly DiagnosticDescriptor DisposedInput = Create(
        "SCORE302",
        Hazards,
        Warning,
        "The block disposes its input",
        "The block disposes {0}, which it does not own: {1}",
        "The state and the contexts belong to the forward pass, which frees what it made. A block that disposes them leaves the update an empty handle.");

    public static readonly DiagnosticDescriptor ChangedWidth = Create(
        "SCORE303",
        Hazards,
        Warning,
        "The block changes the shape of the state",
        "The block takes a state {0} and returns one {1}: a step combines the two, which must have one shape; {2}",
        "Every step adds what the block returns to the state, so both have one shape. Put the layers that change it before and after the module.");

    public static readonly DiagnosticDescriptor CutGradient = Create(
        "SCORE304",
        Hazards,
        Warning,
        "No gradient flows through the block",
        "The gradient is cut here, on every path from the state to the result of the block: weights before the cut are not trained, and {0}",
        "Behind detach(), under no_grad(), or after a round trip through plain numbers, autograd sees a constant. The share of the state that a step keeps, 1 - dt, is then the only way back for the gradient.");

    public static readonly DiagnosticDescriptor RunningStatistics = Create(
        "SCORE305",
        Hazards,
        Warning,
        "Running statistics mix all steps",
        "'{0}' keeps running statistics, and all steps share them: in evaluation each step is normalised by a mixture of all steps; {1}",
        "A shared BatchNorm sees the states of every step, whose distributions differ. In training each batch is normalised by its own statistics, in evaluation by the mixture.");

    public static readonly DiagnosticDescriptor HostSynchronisation = Create(
        "SCORE306",
        Hazards,
        Info,
        "The host waits for the device at each evaluation",
        "{0} waits for the device at each evaluation of the block: {1} in a forward pass",
        "Reading a tensor's numbers stops the host until the device has computed them. On a GPU that costs more than the small kernels of a block.");

    public static readonly DiagnosticDescriptor IndependentCall = Create(
        "SCORE307",
        Hazards,
        Info,
        "A module call does not depend on the state",
        "'{0}' does not depend on the state and gives the same result at each of the {1} evaluations: compute it once and pass it to forward as a context",
        "What does not change with the state need not be computed again at each evaluation.");

    public static readonly DiagnosticDescriptor FreshMask = Create(
        "SCORE308",
        Hazards,
        Info,
        "Dropout draws a new mask at each evaluation",
        "{0} draws a new mask at each of the {1} evaluations: the block is another random function each time; where one mask for the whole pass will do, put it into the module around this one, before or after the depth",
        "With one mask for all steps the trajectory is that of one thinned network; with a new mask at each evaluation noise is added at every step and stage.");

    public static readonly DiagnosticDescriptor OwnSkip = Create(
        "SCORE309",
        Hazards,
        Info,
        "The block has a skip of its own",
        "The block returns its input plus something, h + g(h), and the contractive rule takes that input off again: {0}, in which the state does not decay; {1}StripSkip = true alone is another model, {2}",
        "A contractive step mixes the state with what the block returns. Where the block returns h + g(h), the two parts of h add up to the whole of it, so that nothing decays, as in a residual network.");

    public static readonly DiagnosticDescriptor KeptState = Create(
        "SCORE310",
        Hazards,
        Warning,
        "The block keeps a reference to the state",
        "'{0}' keeps a reference to the state, which is disposed after the step: keep a copy, h.clone().DetachFromDisposeScope(), and dispose the copy before it",
        "Each step disposes the state before it. A reference that is kept points to an empty handle afterwards.");

    public static readonly DiagnosticDescriptor ScopedTensor = Create(
        "SCORE311",
        Hazards,
        Warning,
        "A kept tensor dies with the step",
        "'{0}' keeps a tensor that the block makes, and the dispose scope of the evaluation frees it: the next step meets an empty handle; take it out with DetachFromDisposeScope()",
        "Every evaluation of the block runs in a dispose scope of its own, which frees all that is made inside. What is to stay must be taken out of it.");

    public static readonly DiagnosticDescriptor RecurrentCell = Create(
        "SCORE312",
        Hazards,
        Warning,
        "A recurrent cell gets the state as its input",
        "'{0}' {1}, which takes what it reads first and its state second: as the block it reads the block's state and has the context for its own; mark a method that calls it, {2}",
        "A block takes the state first and then the contexts. A recurrent cell takes them the other way round, so that only a method can hand it both.");

    public static readonly DiagnosticDescriptor NoSkipToStrip = Create(
        "SCORE313",
        Hazards,
        Warning,
        "There is no skip to strip",
        "StripSkip says that the block returns h + g(h), and '{0}' has no skip: h is subtracted from a result that does not contain it; take StripSkip out, or add h to what the block returns",
        "StripSkip takes the block's own skip out again: where the block returns B(h), each step works with B(h) - h. Where there is no skip, the state decays twice as fast.");

    public static readonly DiagnosticDescriptor DoubledSkip = Create(
        "SCORE314",
        Hazards,
        Warning,
        "The skip is added twice",
        "The block returns its input plus something, h + g(h), and the residual rule adds that input once more: {0}, in which the state grows even where g(h) is 0; return g(h) alone, or say StripSkip = true, which makes it: {1}",
        "A residual step adds what the block returns to the state. Where the block returns h + g(h), the state is counted twice, and grows with every step.");

    public static readonly DiagnosticDescriptor NoFixedPoint = Create(
        "SCORE315",
        Hazards,
        Warning,
        "Random numbers leave no fixed point",
        "'{0}' draws anew at each evaluation{1} the block has no fixed point: draw once a pass, before the call, and give what was drawn to the block as a context",
        "A solver evaluates the block again and again until it returns what it was given. With other random numbers at each evaluation it is another function each time.");

    public static readonly DiagnosticDescriptor BatchStatistics = Create(
        "SCORE316",
        Hazards,
        Warning,
        "Batch statistics move the fixed point",
        "'{0}' normalises by the batch: in training the fixed point of a sample depends on the other samples, which the solver treats one by one{1}; use a LayerNorm, or after a convolution a GroupNorm that you initialise",
        "Solvers mix the states of each sample by itself. Statistics of the batch tie the samples together, and those that are kept are of states on the way, not of the equilibrium.");
}
