using Samples.Reports;

namespace Samples.Charts;

/// <summary>A bar of a bar chart.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Value">Its length, not negative.</param>
/// <param name="Label">The value as text.</param>
/// <param name="Spread">How far the value is uncertain to either side; 0 draws nothing.</param>
public sealed record Bar(string Name, double Value, string Label, double Spread = 0)
{
    /// <summary>A mean with its spread.</summary>
    public static Bar Of(string name, MeanSd value) => new(name, value.Mean, value.ToString(), value.Sd);
}
