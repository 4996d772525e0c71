using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.DiagnosticSeverity;

namespace ScoreGen.Generator.Diagnostics;

internal static partial class Descriptors
{
    private const string WeightsOfSteps = "ScoreGen.Weights";

    public static readonly DiagnosticDescriptor IndexedWeights = Create(
        "SCORE201",
        WeightsOfSteps,
        Warning,
        "The block picks its weights by depth",
        "'{0}' is indexed by {1}: every step then has weights of its own, where all steps are meant to share one block; {2}",
        "Depth without layers means one set of weights for all steps. A collection of modules that is indexed by something that runs with depth is a stack of layers in disguise.");

    public static readonly DiagnosticDescriptor FreshWeights = Create(
        "SCORE202",
        WeightsOfSteps,
        Warning,
        "The block creates weights",
        "'{0}' is created inside the block: every evaluation starts with new, untrained weights; create it in the constructor and keep it in a field",
        "What the block creates lives for one evaluation. Its weights are random each time, and no optimizer ever sees them.");

    public static readonly DiagnosticDescriptor StackedWeights = Create(
        "SCORE203",
        WeightsOfSteps,
        Warning,
        "The block is a stack of as many layers as there are steps",
        "The block runs through all {1} modules of '{0}', one after the other, and there are {1} steps: that is {1} × {1} layers with {1} sets of weights; keep one of them as the block",
        "As many equal modules as steps, each feeding the next, is the layer stack that the shared block replaces.");

    public static readonly DiagnosticDescriptor ToggledWeights = Create(
        "SCORE204",
        WeightsOfSteps,
        Warning,
        "The block chooses its weights by a state of its own",
        "The weights that run here depend on '{0}', which the block itself changes: evaluations take turns with different weights, and how often depends on the integrator and on earlier passes",
        "A counter or toggle makes the block another function at each evaluation. Stages of one step no longer evaluate the same one, and a second forward pass starts where the first one ended.");

    public static readonly DiagnosticDescriptor UnregisteredWeights = Create(
        "SCORE205",
        WeightsOfSteps,
        Warning,
        "Weights that nobody registers",
        "{0}",
        "Only registered modules and parameters are in parameters() and state_dict(): what is not registered is neither trained nor saved nor moved to a device.");

    public static readonly DiagnosticDescriptor NumberedSiblings = Create(
        "SCORE206",
        WeightsOfSteps,
        Info,
        "Numbered layers, as many as steps",
        "{0} are made alike and run one after the other, and there are {1} steps: if they were the layers of a stack, keep one of them and let the steps be the depth",
        "Numbered layers of one construction, chained inside the block, often are the stack that the shared block was to replace.");

    public static readonly DiagnosticDescriptor UninitialisedWeights = Create(
        "SCORE207",
        WeightsOfSteps,
        Warning,
        "A GroupNorm that nobody initialises",
        "TorchSharp leaves the weight and the bias of a new GroupNorm as the memory happened to be, huge numbers or NaN, and nothing here sets both: {0}",
        "TorchSharp's GroupNorm allocates its weight and bias and does not write them, other than PyTorch's, where they start as 1 and 0.");

    public static readonly DiagnosticDescriptor IdleWeights = Create(
        "SCORE208",
        WeightsOfSteps,
        Warning,
        "Weights that the pass does not use",
        "Nothing reads '{0}': the forward pass of '{1}' applies the block and nothing else, so that '{0}' is neither called nor trained; let the block use it, or put it into the module around '{1}' and call it there",
        "An annotated class is the depth of a network, not the network. What embeds its input and what reads its result belong to the module that calls it.");
}
