using System.Collections.Generic;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>F of one block, as a method that is asked for its slope.</summary>
/// <param name="Method">The method that evaluates it.</param>
/// <param name="Block">The block.</param>
/// <param name="First">What the method is told of the block's first step, after the state and the context.</param>
/// <param name="Last">The same of its last step.</param>
internal sealed record Field(string Method, Block Block, IReadOnlyList<string> First, IReadOnlyList<string> Last);
