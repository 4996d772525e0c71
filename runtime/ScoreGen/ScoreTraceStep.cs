namespace ScoreGen;

/// <summary>One step of a <see cref="ScoreTrace"/>.</summary>
public readonly struct ScoreTraceStep
{
    /// <summary>Takes the norms of the new state and of its difference from the old one.</summary>
    public ScoreTraceStep(double stateNorm, double updateNorm, double relativeChange)
    {
        StateNorm = stateNorm;
        UpdateNorm = updateNorm;
        RelativeChange = relativeChange;
    }

    /// <summary>The Euclidean norm of the state after the step.</summary>
    public double StateNorm { get; }

    /// <summary>The Euclidean norm of h[t+1] - h[t].</summary>
    public double UpdateNorm { get; }

    /// <summary><see cref="UpdateNorm"/> over the norm of the old state; infinity where the state was 0 and moved.</summary>
    public double RelativeChange { get; }
}
