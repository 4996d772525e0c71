using System.Globalization;
using System.Text.Json.Serialization;

namespace Zoo;

/// <summary>A published property as a number with a bar that chance does not reach.</summary>
/// <param name="Says">The property: what the number is.</param>
/// <param name="Measured">The number of this run.</param>
/// <param name="Least">The least it may be.</param>
/// <param name="Most">The most it may be.</param>
public sealed record Claim(string Says, double Measured, double Least, double Most)
{
    /// <summary>Whether this run shows the property; a number that is not finite shows nothing.</summary>
    [JsonIgnore]
    public bool Holds => double.IsFinite(Measured) && Measured >= Least && Measured <= Most;

    /// <summary>The bar, for example <c>at most 0.5</c>.</summary>
    [JsonIgnore]
    public string Bar => (double.IsFinite(Least), double.IsFinite(Most)) switch
    {
        (true, false) => $"at least {Text(Least)}",
        (false, true) => $"at most {Text(Most)}",
        _ => $"{Text(Least)} to {Text(Most)}",
    };

    /// <summary>Where the property is known not to be seen in this experiment: what may be the reason.</summary>
    public string? NotSeenBecause { get; init; }

    /// <summary>The number must reach the bar.</summary>
    public static Claim AtLeast(string says, double measured, double least) => new(says, measured, least, double.PositiveInfinity);

    /// <summary>The number must not exceed the bar.</summary>
    public static Claim AtMost(string says, double measured, double most) => new(says, measured, double.NegativeInfinity, most);

    private static string Text(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
