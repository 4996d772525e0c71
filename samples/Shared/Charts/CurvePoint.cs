namespace Samples.Charts;

/// <summary>A point of a curve, with the range that the value at hand stands for.</summary>
/// <param name="X">Where it is.</param>
/// <param name="Y">The value, for example a mean over seeds.</param>
/// <param name="Low">The lower end of its range.</param>
/// <param name="High">The upper end of its range.</param>
public sealed record CurvePoint(double X, double Y, double Low, double High)
{
    /// <summary>A value without a range.</summary>
    public CurvePoint(double x, double y)
        : this(x, y, y, y)
    {
    }
}
