using System.Globalization;

namespace ScoreGen;

/// <summary>The slope of a block at a state, measured: what the analyzers can only assume.</summary>
public sealed class ScoreSpectrum
{
    /// <summary>Takes what was measured.</summary>
    public ScoreSpectrum(double lipschitz, double? maxStableDt = null)
    {
        Lipschitz = lipschitz;
        MaxStableDt = maxStableDt;
    }

    /// <summary>
    /// The largest singular value of ∂F/∂h at the state: near it, F moves two states apart by at most this factor. Of a batch, the largest over its samples; of
    /// several blocks, the largest over them.
    /// </summary>
    public double Lipschitz { get; }

    /// <summary>
    /// The largest step that is stable for that bound, as <see cref="ScorePlan.MaxStableDt"/> has it; null for an equilibrium, which takes no steps.
    /// </summary>
    public double? MaxStableDt { get; }

    /// <summary>The measurement in one line, for people.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        MaxStableDt switch
        {
            null => "the largest singular value of ∂F/∂h is {0:0.####}",
            0 => "the largest singular value of ∂F/∂h is {0:0.####}; no step is sure to be stable",
            double.PositiveInfinity => "the largest singular value of ∂F/∂h is {0:0.####}; steps of any size are stable",
            _ => "the largest singular value of ∂F/∂h is {0:0.####}; steps are stable up to dt = {1:0.####}",
        },
        Lipschitz,
        MaxStableDt);
}
