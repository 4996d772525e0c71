using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Values;

/// <summary>Operators that have no gradient give PyTorch's values, in PyTorch's types.</summary>
public class PlainValueTests
{
    private static readonly IReadOnlyDictionary<(string Case, string Type), OperatorRecord> records =
        OperatorRecord.Read(Path.Combine(AppContext.BaseDirectory, "Values", "plain.txt"));

    public static IEnumerable<object[]> Cases => records.Keys.Select(key => new object[] { key.Case, key.Type });

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_are_PyTorchs(string name, string type)
    {
        using var scope = NewDisposeScope();
        var record = records[(name, type)];
        var result = PlainCases.Functions[name](record["in"]);
        Assert.Equal((ScalarType)record["type"][0].to(ScalarType.Float64).ToDouble(), result.dtype);
        var expected = record["out"][0].to(ScalarType.Float64);
        Assert.Equal(expected.shape, result.shape);
        var tolerance = type == "float32" ? 2e-5 : 1e-12;
        Assert.True(expected.allclose(result.to(ScalarType.Float64), tolerance, tolerance, equal_nan: true), $"{name} {type}: {expected} {result}");
    }

    [Fact]
    public void Every_case_has_both_sides() => Assert.Equal(
        records.Keys.Select(key => key.Case).Distinct().Order(), PlainCases.Functions.Keys.Order());
}
