namespace ScoreGen.Tests;

/// <summary>Enumerations of flags hold one bit each, and All is each of them.</summary>
public class FlagsTests
{
    [Fact]
    public void EachHasABitAndAllIsEachOfThem()
        => Assert.All(Flags(), type =>
        {
            var names = Enum.GetNames(type);
            var bits = Enumerable.Range(0, names.Length - 2).Select(bit => 1 << bit).ToList();
            Assert.Equal([0, .. bits, bits.Sum()], type.GetEnumValuesAsUnderlyingType().Cast<int>());
            Assert.Equal(["None", "All"], [names[0], names[^1]]);
        });

    private static IEnumerable<Type> Flags()
        => typeof(ScoreDepthAttribute).Assembly.GetExportedTypes().Where(type => type.IsEnum && type.IsDefined(typeof(FlagsAttribute), inherit: false));
}
