using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.DiagnosticSeverity;

namespace ScoreGen.Generator.Diagnostics;

internal static partial class Descriptors
{
    private const string Structure = "ScoreGen.Structure";

    public static readonly DiagnosticDescriptor NotPartial = Create(
        "SCORE001",
        Structure,
        Error,
        "An annotated class must be partial",
        "'{0}' must be partial, so that ScoreGen can write the forward pass into {1}: add the modifier 'partial'",
        "The generator writes forward and its companions into the annotated class. That needs the modifier 'partial' on the class and on every type around it.");

    public static readonly DiagnosticDescriptor NotAModule = Create(
        "SCORE002",
        Structure,
        Error,
        "An annotated class must be a module from a Tensor to a Tensor",
        "'{0}' must derive from Module<Tensor, …, Tensor>: the first input and the result are the state (or the first inputs, where the result is a tuple of Tensors)",
        "The state enters as the first input of the module and leaves as its result; further inputs are context. Derive from Module<Tensor, Tensor>, or from Module<Tensor, T2, …, Tensor>; for a state of several tensors from Module<Tensor, Tensor, …, (Tensor, Tensor)>.");

    public static readonly DiagnosticDescriptor NoBlock = Create(
        "SCORE003",
        Structure,
        Error,
        "An annotated class needs a block",
        "'{0}' has no block, which every step applies: mark a method 'Tensor Step(Tensor h)', or a field or property that holds a module, with [ScoreBlock], or call the method 'Block'",
        "The block is the function that every step shares: a method 'Tensor Block(Tensor h, context…)', or a field or property that holds a module.");

    public static readonly DiagnosticDescriptor SeveralBlocks = Create(
        "SCORE004",
        Structure,
        Error,
        "An annotated class needs one block",
        "'{0}' has {1} blocks ({2}) and no order between them: {3}",
        "Every step applies the same block, or blocks follow one another as phases, in their Order. With several candidates and no order the depth is not defined.");

    public static readonly DiagnosticDescriptor BlockSignature = Create(
        "SCORE005",
        Structure,
        Error,
        "The block does not fit the module",
        "The block '{0}' does not fit '{1}': {2}",
        "A block takes the state and the module's further inputs, in their order and by value, and returns a new value of the state: an instance method 'Tensor Block(Tensor h, context…)', or a module of the same shape.");

    public static readonly DiagnosticDescriptor ForwardByHand = Create(
        "SCORE006",
        Structure,
        Error,
        "The forward pass is written by hand as well",
        "'{0}' declares forward itself, which is what ScoreGen writes: rename it to 'Block' if it is what every step applies, delete it if there is such a block already, or remove [ScoreDepth]",
        "The generator writes forward from the block. A forward written by hand would be a second one.");

    public static readonly DiagnosticDescriptor CannotExtend = Create(
        "SCORE007",
        Structure,
        Error,
        "This kind of type cannot be extended",
        "'{0}' is {1}: depth can only be written into an ordinary class that can be constructed",
        "A file-local type is invisible to the generated file, a static class has no instances, an abstract one is not constructed, and a struct is no module.");

    public static readonly DiagnosticDescriptor NoTorchSharp = Create(
        "SCORE008",
        Structure,
        Error,
        "TorchSharp is missing or too old",
        "'{0}' needs TorchSharp 0.102.6 or later, and this project {1}: add a reference to TorchSharp-cpu, to TorchSharp-cuda-linux or to TorchSharp-cuda-windows",
        "Generated code calls the TorchSharp that the project references.");

    public static readonly DiagnosticDescriptor NameTaken = Create(
        "SCORE009",
        Structure,
        Error,
        "A name that ScoreGen emits is taken",
        "'{0}' has the name of a member that ScoreGen writes into '{1}': rename it",
        "ScoreGen writes forward, ForwardSteps, ForwardSchedule, ForwardUntil, ForwardWithEnergy, States, Trace and Depth into an annotated class. Neither a member of the class nor the class itself can have one of these names.");

    public static readonly DiagnosticDescriptor OldLanguage = Create(
        "SCORE010",
        Structure,
        Error,
        "The language version is too old",
        "'{0}' needs C# 9 or later, in which ScoreGen writes its code, and this project asks for C# {1}: set LangVersion to 9 or later in the project file, or remove it",
        "Generated code is compiled in the language version of the project.");

    public static readonly DiagnosticDescriptor AliasedReference = Create(
        "SCORE011",
        Structure,
        Error,
        "A reference has an alias alone",
        "'{0}' cannot be written, because this project references {1} under the alias '{2}' alone: write Aliases=\"global,{2}\" at that reference in the project file",
        "Generated code names its types from global:: on, which does not reach an assembly that has an alias alone. With global beside it both ways work.");
}
