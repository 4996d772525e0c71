using System.Globalization;

namespace ScoreGen.Docs.Tests.Integrators;

/// <summary>Writes a double as the simple fraction that it is.</summary>
internal static class Fraction
{
    private const int LargestDenominator = 1000;

    /// <exception cref="ArgumentException">It is none with a denominator up to 1000.</exception>
    public static string Of(double value)
    {
        for (var denominator = 1; denominator <= LargestDenominator; denominator++)
        {
            var numerator = Math.Round(value * denominator);
            if (Math.Abs((value * denominator) - numerator) < 1e-9 * denominator)
            {
                return denominator == 1 ? Text(numerator) : $"{Text(numerator)}/{denominator}";
            }
        }

        throw new ArgumentException($"{value} is no simple fraction.", nameof(value));
    }

    private static string Text(double value) => (value == 0 ? 0 : value).ToString(CultureInfo.InvariantCulture);
}
