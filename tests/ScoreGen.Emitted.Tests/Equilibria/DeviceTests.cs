using System.Text.RegularExpressions;
using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Emitted.Tests.Equilibria;

/// <summary>
/// Reading a number from a device waits for all that was asked of it before. There is one place on the way of an iteration that does, and it is passed once.
/// </summary>
public sealed partial class DeviceTests
{
    [Fact]
    public void AnIterationReadsOnce()
    {
        var search = Source("FixedPoint");
        Assert.Single(Regex.Matches(search, @"StateNorms\."));
        Assert.Single(Regex.Matches(search, @"StateNorms\.Residual\("));
        Assert.Matches(@"while \(true\)[^}]*StateNorms\.Residual", search);
        foreach (var file in new[] { "FixedPoint", "IterationRule", "AndersonRule", "BroydenRule", "FlatState", "TransposedJacobian", "ImplicitGradient", "Equilibrium" })
        {
            Assert.Empty(Reads().Matches(Source(file)));
        }

        var norms = Source("StateNorms");
        var residual = norms[norms.IndexOf("double Residual(", StringComparison.Ordinal)..norms.IndexOf("Tensor Squares(", StringComparison.Ordinal)];
        Assert.Single(Regex.Matches(residual, @"Roots\("));
        Assert.Empty(Reads().Matches(residual));
        Assert.Single(Reads().Matches(norms[norms.IndexOf(") Roots(", StringComparison.Ordinal)..]));
    }

    /// <summary>What copies to the processor, and what libtorch does so for: checks of a factorisation, and results whose shape depends on numbers.</summary>
    [GeneratedRegex(@"\.(cpu|item|To(Double|Single|Boolean|Int32|Int64)|nonzero|masked_select|equal|allclose|solve|inv|cholesky)\b *[<(]|\.to\(.*(device|CPU)|\btorch\.where\([^,]*\)")]
    private static partial Regex Reads();

    private static string Source(string type) => Repository.Read($"runtime/Emitted/{type}.cs");
}
