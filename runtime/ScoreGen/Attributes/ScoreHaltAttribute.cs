using System;

namespace ScoreGen;

/// <summary>
/// Marks what gives each position its chance to halt: a method <c>Tensor Halt(Tensor h)</c>, or a field that holds such a module. Positions are those of the state without its last dimension; the
/// chances have that shape, with or without a last dimension of 1, and lie between 0 and 1: no sigmoid is added. Further parameters of a method are those of the block's contexts that have their names.
/// </summary>
/// <remarks>
/// Graves, "Adaptive Computation Time" (arXiv 1603.08983); Dehghani et al., "Universal Transformers" (arXiv 1807.03819); Banino et al., "PonderNet" (arXiv 2107.05407).
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ScoreHaltAttribute : Attribute
{
    /// <summary>What the chances of a position may add up to before it halts, above 0 and at most 1.</summary>
    public double Threshold { get; set; } = 0.99;

    /// <summary>What halting makes of the chances.</summary>
    public HaltRule Rule { get; set; } = HaltRule.Mean;
}
