using Molecules.Chemistry;
using Samples;

namespace Molecules.Splits;

/// <summary>A way to divide molecules for cross-validation.</summary>
/// <param name="Name">What the command line and the tables call it.</param>
/// <param name="Divide">Divides molecules into so many folds; the same seed divides alike.</param>
public sealed record SplitKind(string Name, Func<IReadOnlyList<Molecule>, int, int, IReadOnlyList<Fold>> Divide) : INamed<SplitKind>
{
    public static SplitKind Random { get; } = new("random", RandomSplit.Divide);

    public static SplitKind Scaffold { get; } = new("scaffold", ScaffoldSplit.Divide);

    public static IReadOnlyList<SplitKind> All { get; } = [Random, Scaffold];
}
