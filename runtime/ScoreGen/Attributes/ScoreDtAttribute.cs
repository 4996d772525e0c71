using System;

namespace ScoreGen;

/// <summary>
/// Marks a field of type Parameter, declared and registered by the user, that learns the step size:
/// <c>dt = Max·σ(p + ln(Dt/(Max - Dt)))</c>, so that p = 0 gives the declared Dt and dt stays between 0 and Max.
/// For Euler and ExponentialEuler.
/// </summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ScoreDtAttribute : Attribute
{
    /// <summary>What each element of the parameter is for.</summary>
    public Per Per { get; set; } = Per.Model;

    /// <summary>The step size that is never reached; greater than the declared Dt.</summary>
    public double Max { get; set; } = 1.0;
}
