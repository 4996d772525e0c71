using System;
using System.Globalization;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads the settings of an annotation, and refuses values that no setting of their kind can have.</summary>
internal sealed class SettingReader(DepthParse parse, DepthArguments arguments)
{
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public T Enumeration<T>(string name, string problem)
        where T : struct, Enum
    {
        var value = arguments.Value(name, 0);
        if (!Enum.IsDefined(typeof(T), value))
        {
            OutOfRange(name, value, problem);
        }

        return (T)(object)value;
    }

    public int Within(string name, int fallback, int least, int most)
    {
        var value = arguments.Value(name, fallback);
        if (value < least || value > most)
        {
            OutOfRange(name, value, $"it must be {least} {(most == int.MaxValue ? "or more" : $"to {most}")}");
        }

        return value;
    }

    /// <summary>A number that fulfils a condition, which NaN never does.</summary>
    public double Number(string name, double fallback, Func<double, bool> condition, string problem)
    {
        var value = arguments.Value(name, fallback);
        if (!condition(value) || double.IsInfinity(value))
        {
            OutOfRange(name, Text(value), problem);
        }

        return value;
    }

    public void OutOfRange(string name, object value, string problem)
        => parse.Report(Descriptors.OutOfRange, arguments.Location(name), name, value, problem);
}
