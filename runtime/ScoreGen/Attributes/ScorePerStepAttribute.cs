using System;

namespace ScoreGen;

/// <summary>
/// Marks a parameter of the block that receives weights of the step's own: <c>[ScorePerStep(nameof(adapters))] Linear adapter</c>. The member is a ModuleList or a ParameterList, of which the step gets its
/// entry, or a Parameter, of which it gets its row. It has exactly one for each step of the block, and with cycles each cycle starts with the first again. The parameter is none of the emitted <c>forward</c>.
/// </summary>
/// <remarks>
/// Bae et al., "Relaxed Recursive Transformers" (arXiv 2410.20672): low-rank adapters of each step beside weights that all steps share.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ScorePerStepAttribute : Attribute
{
    /// <summary>Takes the name of the field or property that holds the weights of all steps.</summary>
    /// <param name="member">The name, best as <c>nameof(member)</c>.</param>
    public ScorePerStepAttribute(string member) => Member = member;

    /// <summary>The field or property that holds the weights of all steps.</summary>
    public string Member { get; }
}
