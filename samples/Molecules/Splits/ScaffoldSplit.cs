using Molecules.Chemistry;

namespace Molecules.Splits;

/// <summary>
/// Folds that share no scaffold: each goes as a whole, the most frequent first, to the fold that is smallest so far. So the judged
/// molecules are of other families than those that taught.
/// </summary>
public static class ScaffoldSplit
{
    public static IReadOnlyList<Fold> Divide(IReadOnlyList<Molecule> molecules, int folds, int seed)
    {
        var shuffled = Enumerable.Range(0, molecules.Count).ToArray();
        new Random(seed).Shuffle(shuffled);
        var parts = Enumerable.Range(0, folds).Select(_ => new List<int>()).ToList();
        foreach (var family in shuffled.GroupBy(place => Scaffold.Key(molecules[place])).OrderByDescending(family => family.Count()))
        {
            parts.MinBy(part => part.Count)!.AddRange(family);
        }

        return Fold.Of(parts);
    }
}
