using Molecules.Chemistry;

namespace Molecules.Splits;

/// <summary>Folds of equal size by chance.</summary>
public static class RandomSplit
{
    public static IReadOnlyList<Fold> Divide(IReadOnlyList<Molecule> molecules, int folds, int seed)
    {
        var shuffled = Enumerable.Range(0, molecules.Count).ToArray();
        new Random(seed).Shuffle(shuffled);
        return Fold.Of([.. Enumerable.Range(0, folds).Select(fold => shuffled.Where((_, place) => place % folds == fold).ToList())]);
    }
}
