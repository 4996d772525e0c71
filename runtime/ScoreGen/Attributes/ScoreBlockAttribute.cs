using System;

namespace ScoreGen;

/// <summary>
/// Marks F, the block that every step shares: a method <c>Tensor Block(Tensor h, context…)</c>, or a field or property
/// that holds a module whose first input and whose result are the state, or a ModuleList with one module for each step. A lone method named <c>Block</c> needs no mark.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ScoreBlockAttribute : Attribute
{
    /// <summary>Where a class has several blocks: their order. Each is a phase; the phases follow one another.</summary>
    public int Order { get; set; }

    /// <summary>Where a class has several blocks: how many steps this one is applied for, 1 or more.</summary>
    public int Steps { get; set; } = 1;

    /// <summary>
    /// True where the block returns <c>h + g(h)</c>, as a pre-norm transformer block does: then F is g, so that the block's
    /// own skip does not cancel the leak of the update.
    /// </summary>
    public bool StripSkip { get; set; }

    /// <summary>
    /// With a state of several tensors: which one the block moves, from 0. It takes them all and returns the value of that one alone; the others pass its steps unchanged. -1, the default, stands for all.
    /// Several such blocks in turn give parts of the state speeds of their own.
    /// </summary>
    public int Updates { get; set; } = -1;
}
