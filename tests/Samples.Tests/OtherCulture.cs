using System.Globalization;

namespace Samples.Tests;

/// <summary>A culture that writes numbers with a comma, until it is disposed of.</summary>
public sealed class OtherCulture : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    public OtherCulture()
        => CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } };

    public void Dispose() => CultureInfo.CurrentCulture = before;
}
