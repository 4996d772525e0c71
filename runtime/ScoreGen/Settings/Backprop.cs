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

    /// <summary>
    /// Within segments of <c>BackpropSteps</c> steps each: the state goes on without its graph after every one of them. What returns states of several segments, such as <c>States</c>, returns each with the
    /// graph of its own segment, so that one backward pass over losses on them trains all; <c>forward</c> carries the last segment's.
    /// </summary>
    Segments,
}
