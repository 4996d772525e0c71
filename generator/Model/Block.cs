using System.Collections.Generic;
using System.Linq;

namespace ScoreGen.Generator.Model;

/// <summary>F as the user declared it.</summary>
/// <param name="Name">The member's name as the user wrote it, for messages.</param>
/// <param name="Target">The expression of the member, such as <c>Block</c> or <c>block</c>.</param>
/// <param name="Kind">What the member is.</param>
/// <param name="Arguments">What each parameter of the block is given.</param>
/// <param name="StripSkip">Whether the block returns h + g(h) and F is g.</param>
/// <param name="MayReturnNull">Whether the declared result is nullable.</param>
/// <param name="Sources">What holds the weights that each step has for itself, beside those of the block.</param>
/// <param name="Updates">The one part of the state that it returns; null where it returns all.</param>
internal sealed record Block(
    string Name,
    string Target,
    BlockKind Kind,
    EquatableArray<Argument> Arguments,
    bool StripSkip,
    bool MayReturnNull,
    EquatableArray<StepSource> Sources = default,
    int? Updates = null)
{
    /// <summary>Whether steps use weights of their own, so that each needs its index.</summary>
    public bool HasIndex => Kind == BlockKind.ModuleList || Sources.Count > 0;

    /// <summary>Whether it hands a memory on to the next step, beside its value.</summary>
    public bool HasCarry => Arguments.Any(argument => argument.Kind == ArgumentKind.Carry);

    /// <summary>Those of a number of parts of the state that it returns.</summary>
    public IReadOnlyList<int> Updated(int states) => Updates is { } one ? [one] : [.. Enumerable.Range(0, states)];
}

/// <summary>A member that holds one entry for each step.</summary>
/// <param name="Name">The member's name as the user wrote it, for messages.</param>
/// <param name="Target">The expression of the member.</param>
/// <param name="Kind">What the entries are.</param>
internal sealed record StepSource(string Name, string Target, StepSourceKind Kind);

internal enum StepSourceKind
{
    Modules,
    Parameters,
    Rows,
}

internal enum BlockKind
{
    /// <summary>A method of the class.</summary>
    Method,

    /// <summary>A field or property that holds a module.</summary>
    Module,

    /// <summary>A field or property that holds a ModuleList with a module for each step.</summary>
    ModuleList,
}

/// <summary>What a parameter of the block is given.</summary>
/// <param name="Kind">Where the value comes from.</param>
/// <param name="Index">For a state, a result or a context, its index among the parameters of <c>forward</c>; for weights of the step's own, that of their source.</param>
/// <param name="IsForgiven">Whether the module's input may be null where the block's may not: the block's author vouches for it.</param>
internal sealed record Argument(ArgumentKind Kind, int Index = 0, bool IsForgiven = false);

internal enum ArgumentKind
{
    State,

    /// <summary>What came of the state: the block's value, or the state after a step.</summary>
    Result,
    Context,
    Time,
    Step,
    Stage,

    /// <summary>Weights of the step's own.</summary>
    PerStep,

    /// <summary>What the block handed on at the step before.</summary>
    Carry,
}
