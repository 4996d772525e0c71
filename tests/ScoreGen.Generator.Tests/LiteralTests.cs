using ScoreGen.Generator.Emitting.CSharp;

namespace ScoreGen.Generator.Tests;

/// <summary>Emitted text is the same on every host. Halfway cases are decided by the decimal that a double reads as, for .NET and .NET Framework round the double itself differently.</summary>
public class LiteralTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.25, "0.25")]
    [InlineData(-0.75, "-0.75")]
    [InlineData(1.0 / 3, "0.3333")]
    [InlineData(0.00015, "0.0002")]
    [InlineData(-0.00015, "-0.0002")]
    [InlineData(1.00005, "1.0001")]
    [InlineData(2.00015, "2.0002")]
    [InlineData(0.00001, "1E-05")]
    [InlineData(0.00000125, "1.3E-06")]
    [InlineData(1e-20, "1E-20")]
    [InlineData(123456789.5, "123456789.5")]
    [InlineData(1e300, "1E+300")]
    public void Short_ones_round_as_decimals(double value, string text) => Assert.Equal(text, Literals.Short(value));
}
