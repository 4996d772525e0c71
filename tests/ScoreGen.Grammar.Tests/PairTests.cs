using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>Every pair of settings either works, equal to a plain loop, or is one clear error.</summary>
public sealed class PairTests
{
    private const double Tolerance = 1e-12;

    private static readonly Lazy<Dictionary<(string, string), Case>> Cases = new(CompilePairs);

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (first, second) in AllPairs())
            {
                data.Add(first.Name, second.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void APairWorksOrIsRefused(string first, string second)
    {
        var tested = Cases.Value[(first, second)];
        Assert.Equal(CombinationTable.Read().Expected(Setting.Of(first), Setting.Of(second)), tested.Error);
        if (tested.Error is null)
        {
            using var scope = NewDisposeScope();
            new Comparison(tested, Tolerance).Run();
        }
    }

    /// <summary>A row that no pair meets would say something that nobody has tried.</summary>
    [Fact]
    public void EveryExceptionIsMet()
    {
        var met = AllPairs().SelectMany(pair => new[] { (pair.First.Group, pair.Second.Group), (pair.Second.Group, pair.First.Group) }).ToHashSet();
        Assert.Empty(CombinationTable.Read().Pairs.Except(met));
    }

    private static IEnumerable<(Setting First, Setting Second)> AllPairs()
        => from first in Setting.All
           from second in Setting.All
           where first == second || first.Topic < second.Topic
           select (first, second);

    private static Dictionary<(string, string), Case> CompilePairs()
    {
        var pairs = AllPairs().ToList();
        var cases = Case.Compile([.. pairs.Select(pair => pair.Second.Apply(pair.First.Apply(new Grammar())))]);
        return pairs.Zip(cases).ToDictionary(item => (item.First.First.Name, item.First.Second.Name), item => item.Second);
    }
}
