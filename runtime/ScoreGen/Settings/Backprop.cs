namespace ScoreGen;

/// <summary>Where gradients flow over depth.</summary>
#if SCOREGEN_COMPILER
internal
#else
public
#endif
enum Backprop
{
    /// <summary>Through every step; the graph keeps what each of them saved.</summary>
    Full,

    /// <summary>Through every step; each is computed again in the backward pass, so that only its input is kept.</summary>
    Checkpoint,

    /// <summary>Through the last <c>BackpropSteps</c> steps; the earlier ones build no graph.</summary>
    Truncated,
}
