using Molecules.Chemistry;
using Molecules.Splits;

namespace Molecules.Tests.Splits;

public sealed class SplitTests
{
    private const int Folds = 5;

    private static readonly IReadOnlyList<Molecule> Esol = [.. Tsv.Read("esol-rdkit.tsv").Select(row => Molecule.Parse(row[0]))];

    public static TheoryData<string> Kinds() => [.. SplitKind.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_molecule_is_judged_once_and_never_taught_at_the_same_time(string kind)
    {
        var folds = Divide(kind, 0);

        Assert.Equal(Folds, folds.Count);
        Assert.Equal(Enumerable.Range(0, Esol.Count), folds.SelectMany(fold => fold.Test).Order());
        Assert.All(folds, fold => Assert.Equal(Enumerable.Range(0, Esol.Count), fold.Train.Concat(fold.Test).Order()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_seed_decides(string kind)
    {
        Assert.Equal(Judged(kind, 1), Judged(kind, 1));
        Assert.NotEqual(Judged(kind, 1), Judged(kind, 2));
    }

    [Fact]
    public void Random_folds_are_of_equal_size()
        => Assert.All(Divide("random", 0), fold => Assert.InRange(fold.Test.Count, 225, 226));

    [Fact]
    public void Scaffold_folds_have_no_scaffold_in_common()
    {
        var folds = Divide("scaffold", 0).Select(fold => fold.Test.Select(place => Scaffold.Key(Esol[place])).ToHashSet()).ToList();

        foreach (var (first, i) in folds.Select((fold, i) => (fold, i)))
        {
            Assert.All(folds.Skip(i + 1), other => Assert.Empty(first.Intersect(other)));
        }
    }

    /// <summary>The first scaffold folds hold one frequent scaffold each, whatever the seed; so all folds are looked at.</summary>
    private static List<int> Judged(string kind, int seed) => [.. Divide(kind, seed).SelectMany(fold => fold.Test)];

    private static IReadOnlyList<Fold> Divide(string kind, int seed)
        => SplitKind.All.First(split => split.Name == kind).Divide(Esol, Folds, seed);
}
