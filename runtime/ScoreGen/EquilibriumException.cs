using System;

namespace ScoreGen;

/// <summary>
/// A solver has not converged, and <c>OnDivergence = Throw</c> asks to hear of it. Where it was the solver of the backward pass, <c>backward()</c> throws an
/// ExternalException of libtorch, and this is its inner exception.
/// </summary>
public sealed class EquilibriumException : InvalidOperationException
{
    /// <summary>Takes what to say and how the solver fared.</summary>
    public EquilibriumException(string message, EquilibriumReport report)
        : base(message)
        => Report = report;

    /// <summary>How the solver fared.</summary>
    public EquilibriumReport Report { get; }
}
