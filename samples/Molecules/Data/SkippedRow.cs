namespace Molecules.Data;

/// <summary>A row whose SMILES is wrong.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Smiles">The text.</param>
/// <param name="Problem">What is wrong with it, and where.</param>
public sealed record SkippedRow(long Line, string Smiles, string Problem)
{
    public override string ToString() => $"line {Line}, {Smiles}: {Problem}";
}
