using System;
using System.Globalization;

namespace ScoreGen.Analyzers;

/// <summary>How numbers are written in messages.</summary>
internal static class Numbers
{
    public static string Short(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>With three digits, rounded up: a bound just above 1 does not read as 1.</summary>
    public static string RoundedUp(double bound)
        => bound < 1e6 ? (Math.Ceiling((bound * 1000) - 1e-7) / 1000).ToString("0.###", CultureInfo.InvariantCulture) : Short(bound);
}
