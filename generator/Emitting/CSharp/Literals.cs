using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Generator.Emitting.CSharp;

/// <summary>How values are written: as C# that is the same on every host, and for people.</summary>
internal static class Literals
{
    private const double SmallestDecimal = 1e-13;
    private const double LargestDecimal = 1e15;

    /// <summary>A double as C#, exact: 17 digits, or its name where it has no digits.</summary>
    public static string Of(double value) => value switch
    {
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ when double.IsNaN(value) => "double.NaN",
        _ => Floating(value.ToString("G17", CultureInfo.InvariantCulture)),
    };

    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A double as C#, with the semicolon, and with the readable value behind it where that is another text.</summary>
    public static string Commented(double value) => $"{Of(value)};{Beside(value)}";

    /// <summary>A comment with the readable values, where one of them is another text than its C#.</summary>
    public static string Beside(params double[] values)
        => values.All(value => Of(value) == Floating(Readable(value))) ? "" : " // " + string.Join(", ", values.Select(Readable));

    /// <summary>The same as the last argument of a call.</summary>
    public static string Argument(double value) => Commented(value).Insert(Of(value).Length, ")");

    /// <summary>The fewest digits that read back as the same double.</summary>
    public static string Readable(double value)
    {
        foreach (var format in new[] { "G15", "G16" })
        {
            var text = value.ToString(format, CultureInfo.InvariantCulture);
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) && parsed == value)
            {
                return text;
            }
        }

        return value.ToString("G17", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A few digits, for formulas in comments. They are rounded as a decimal of 15 digits: .NET Framework rounds a double to those first, and .NET does
    /// not, so that each would round the halfway cases in a way of its own.
    /// </summary>
    public static string Short(double value)
    {
        if (!(Math.Abs(value) is 0 or (> SmallestDecimal and < LargestDecimal)))
        {
            return value.ToString("G15", CultureInfo.InvariantCulture);
        }

        var digits = (decimal)value;
        var text = digits.ToString("0.####", CultureInfo.InvariantCulture);
        return text is "0" or "-0" && value != 0 ? digits.ToString("G2", CultureInfo.InvariantCulture) : text;
    }

    /// <summary>A whole number gets a fraction, so that C# takes it for a double.</summary>
    private static string Floating(string digits) => digits.IndexOfAny(['.', 'E']) < 0 ? digits + ".0" : digits;
}
