namespace ScoreGen.Generator.Model;

/// <summary>All that the emitter needs to know of an annotated class. It holds no symbol and no syntax, and compares by value.</summary>
/// <param name="Hierarchy">Where the class stands.</param>
/// <param name="DisplayName">The class as messages and comments name it.</param>
/// <param name="Module">The signature that the module's base asks of <c>forward</c>.</param>
/// <param name="Names">How the emitted members are called, and which of them are left out or hide a base's.</param>
/// <param name="Aliases">The extern aliases that the types of its inputs need.</param>
/// <param name="AcceptedIds">The ids of warnings that the user's own marks would bring into the emitted file.</param>
/// <param name="Depth">The steps to emit: blocks and settings; null where an error stands, and for an equilibrium.</param>
/// <param name="Equilibrium">The equilibrium to emit; null where an error stands, and for steps.</param>
/// <param name="Registration">What is checked when the class registers its components; null where nothing is.</param>
/// <param name="Error">The first error, as id and text; null where there is none.</param>
internal sealed record DepthModel(
    HierarchyInfo Hierarchy,
    string DisplayName,
    ModuleSignature Module,
    EmittedNames Names,
    EquatableArray<string> Aliases,
    EquatableArray<string> AcceptedIds,
    Depth? Depth,
    Equilibrium? Equilibrium,
    Registration? Registration,
    string? Error);

/// <summary>The parameters and the result that the module's base declares for <c>forward</c>.</summary>
/// <param name="Parameters">The parameters: first the components of the state, then the context.</param>
/// <param name="Result">The type of the result.</param>
/// <param name="States">How many tensors the state has: 1, or the arity of a result that is a tuple.</param>
internal sealed record ModuleSignature(EquatableArray<Parameter> Parameters, string Result, int States);

/// <summary>A parameter of the emitted members.</summary>
/// <param name="Type">Its type, fully qualified.</param>
/// <param name="Name">Its name, escaped.</param>
/// <param name="IsTensor">Whether gradients can flow into it.</param>
/// <param name="IsPerToken">Whether it has one entry a token.</param>
internal sealed record Parameter(string Type, string Name, bool IsTensor, bool IsPerToken = false);
