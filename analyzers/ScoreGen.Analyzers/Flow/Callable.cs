using Microsoft.CodeAnalysis;

namespace ScoreGen.Analyzers.Flow;

/// <summary>Code that can be run in place of a call: its parameters, and its body.</summary>
internal sealed record Callable(IMethodSymbol Method, IOperation Body);
