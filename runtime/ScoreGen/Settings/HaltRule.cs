namespace ScoreGen;

/// <summary>What halting makes of the chances of a position.</summary>
#if SCOREGEN_COMPILER
internal
#else
public
#endif
enum HaltRule
{
    /// <summary>Asked after each step. The state that comes out is the mean of a position's states, weighed by its chances (adaptive computation time, Graves 2016).</summary>
    Mean,

    /// <summary>Asked before each step. The state that comes out is mixed step by step, <c>w·h + (1 - w)·out</c> (the Universal Transformer as its code has it).</summary>
    Mixture,

    /// <summary>Asked after each step. The chances make a distribution over the steps at which a position exits (PonderNet, Ouro).</summary>
    Distribution,
}
