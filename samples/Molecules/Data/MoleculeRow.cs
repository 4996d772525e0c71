using Molecules.Chemistry;

namespace Molecules.Data;

/// <summary>A molecule with its measured solubility.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Molecule">The molecule.</param>
/// <param name="Solubility">log10 of the solubility in mol/l.</param>
/// <param name="Descriptors">The table's <see cref="Samples.Data.Esol.Descriptors"/>; empty where they are not wanted.</param>
public sealed record MoleculeRow(long Line, Molecule Molecule, double Solubility, IReadOnlyList<double> Descriptors);
