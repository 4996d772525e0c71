namespace ScoreGen;

/// <summary>What a learned step size is learned for.</summary>
#if SCOREGEN_COMPILER
internal
#else
public
#endif
enum Per
{
    /// <summary>One step size for all steps: a parameter of one element.</summary>
    Model,

    /// <summary>One for each step: a parameter of shape [Steps].</summary>
    Step,

    /// <summary>One for each feature of the state: a parameter of the length of the state's last dimension.</summary>
    Feature,
}
