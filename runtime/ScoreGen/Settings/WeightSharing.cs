namespace ScoreGen;

/// <summary>Which weights the steps of a module use.</summary>
#if SCOREGEN_COMPILER
internal
#else
public
#endif
enum WeightSharing
{
    /// <summary>Every step applies the same block.</summary>
    Shared,

    /// <summary>
    /// Each step applies its own entry of a ModuleList: the unshared baselines (a plain stack with dt = 1; "skip05" of the paper with
    /// dt = 0.5).
    /// </summary>
    PerStep,
}
