using System.Collections.Immutable;
using Molecules.Chemistry.Perception;
using Molecules.Chemistry.Smiles;

namespace Molecules.Chemistry;

/// <summary>A molecule as a graph: heavy atoms, the bonds between them, and what both tell about each other.</summary>
public sealed class Molecule
{
    private Molecule(ImmutableArray<Atom> atoms, ImmutableArray<Bond> bonds, ImmutableArray<Ring> rings)
        => (Atoms, Bonds, Rings) = (atoms, bonds, rings);

    public ImmutableArray<Atom> Atoms { get; }

    public ImmutableArray<Bond> Bonds { get; }

    /// <summary>The rings that are no sum of smaller ones.</summary>
    public ImmutableArray<Ring> Rings { get; }

    /// <summary>Reads a SMILES and perceives rings, hydrogens, aromaticity, conjugation, hybridisation and stereo marks.</summary>
    /// <exception cref="SmilesException">The text is no SMILES, or describes no molecule that can exist.</exception>
    public static Molecule Parse(string smiles)
    {
        ArgumentNullException.ThrowIfNull(smiles);
        var draft = SmilesReader.Read(smiles);
        ExplicitHydrogens.Absorb(draft);
        ChargeSeparation.Normalize(draft);
        var rings = RingPerception.Find(draft.Atoms, draft.Bonds);
        AromaticMarks.Check(draft);
        ValenceModel.FillHydrogens(draft.Atoms);
        Kekulization.Apply(draft);
        ValenceModel.Settle(draft.Atoms);
        AromaticityModel.Apply(rings);
        ConjugationModel.Apply(draft);
        HybridizationModel.Apply(draft.Atoms);
        StereoModel.Apply(draft, rings);
        return new Molecule([.. draft.Atoms], [.. draft.Bonds], rings);
    }
}
