using System;

namespace ScoreGen;

/// <summary>
/// Marks a context of the block, or of the <c>forward</c> of a module that is the block, which has one entry a token: [batch, tokens, …], or [1, tokens, …] where all samples share it. Where
/// <see cref="ScoreRouteAttribute"/> picks tokens, the block is given the entries of those. Contexts without the mark are handed on as they are.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ScorePerTokenAttribute : Attribute;
