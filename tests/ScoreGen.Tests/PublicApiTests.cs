using System.Reflection;

namespace ScoreGen.Tests;

/// <summary>
/// What users compile against is written down in PublicApi.verified.txt. A change of it is written beside as .received.txt: rename that to
/// accept it, and say in the CHANGELOG what changed.
/// </summary>
public class PublicApiTests
{
    private static readonly string Folder =
        typeof(PublicApiTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "SuiteFolder").Value!;

    [Fact]
    public void IsAsWrittenDown()
    {
        var verified = Path.Combine(Folder, "PublicApi.verified.txt");
        var received = Path.Combine(Folder, "PublicApi.received.txt");
        var expected = File.Exists(verified) ? File.ReadAllLines(verified) : [];
        var actual = PublicApi.Lines(typeof(ScoreDepthAttribute).Assembly.Location, "ScoreGen").ToList();
        if (actual.SequenceEqual(expected))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllLines(received, actual);
        Assert.Fail($"The public API has changed.\nGone: {string.Join("\n      ", expected.Except(actual))}\nNew:  {string.Join("\n      ", actual.Except(expected))}");
    }

    [Fact]
    public void EnumerationsKeepTheirValues()
        => Assert.All(Enumerations(flags: false), type => Assert.Equal(Enumerable.Range(0, Enum.GetNames(type).Length), Values(type)));

    [Fact]
    public void FlagsKeepTheirValuesAndAllIsEachOfThem()
        => Assert.All(Enumerations(flags: true), type =>
        {
            var bits = Enumerable.Range(0, Enum.GetNames(type).Length - 2).Select(bit => 1 << bit).ToList();
            Assert.Equal([0, .. bits, bits.Sum()], Values(type));
            Assert.Equal(["None", "All"], new[] { Enum.GetNames(type)[0], Enum.GetNames(type)[^1] });
        });

    private static IEnumerable<Type> Enumerations(bool flags)
        => typeof(ScoreDepthAttribute).Assembly.GetExportedTypes().Where(type => type.IsEnum && type.IsDefined(typeof(FlagsAttribute), false) == flags);

    private static IEnumerable<int> Values(Type type) => type.GetEnumValuesAsUnderlyingType().Cast<int>();
}
