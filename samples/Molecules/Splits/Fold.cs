namespace Molecules.Splits;

/// <summary>A division of a data set: which molecules to learn from, and which to be judged by.</summary>
/// <param name="Train">Positions in the data set.</param>
/// <param name="Test">The others.</param>
public sealed record Fold(IReadOnlyList<int> Train, IReadOnlyList<int> Test)
{
    /// <summary>Each part is judged once, by what the others teach.</summary>
    public static IReadOnlyList<Fold> Of(IReadOnlyList<IReadOnlyList<int>> parts)
        => [.. parts.Select((test, i) => new Fold([.. parts.Where((_, other) => other != i).SelectMany(part => part).Order()], [.. test.Order()]))];
}
