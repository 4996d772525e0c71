namespace Zoo.Reports;

/// <summary>A line of a picture.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="X">Where its points are.</param>
/// <param name="Y">Their values; what is not finite is left out.</param>
/// <param name="IsExpected">Whether it is what theory says, and not a measurement; then it is dashed.</param>
public sealed record Line(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, bool IsExpected = false)
{
    /// <summary>A line over 1, 2, 3 and so on.</summary>
    public static Line Counted(string name, IReadOnlyList<double> values) => new(name, [.. Enumerable.Range(1, values.Count).Select(number => (double)number)], values);
}
