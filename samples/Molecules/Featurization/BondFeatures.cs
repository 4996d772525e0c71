using Molecules.Chemistry;

namespace Molecules.Featurization;

/// <summary>A bond as chemprop 2 describes it: kind, conjugation, ring membership, and the arrangement about a double bond.</summary>
public static class BondFeatures
{
    /// <summary>The length of the description: 14.</summary>
    public const int Width = 14;

    /// <summary>The first place is for "no bond", which a graph does not hold.</summary>
    private const int Kind = 1;
    private const int Conjugated = 5;
    private const int InRing = 6;
    private const int Stereo = 7;

    /// <summary>Describes a bond in a vector of <see cref="Width"/> zeros.</summary>
    public static void Write(Bond bond, Span<float> vector)
    {
        if (KindOf(bond.Order) is { } kind)
        {
            vector[Kind + kind] = 1;
        }

        vector[Conjugated] = bond.IsConjugated ? 1 : 0;
        vector[InRing] = bond.IsInRing ? 1 : 0;
        vector[Stereo + StereoOf(bond.Stereo)] = 1;
    }

    private static int? KindOf(BondOrder order) => order switch
    {
        BondOrder.Single => 0,
        BondOrder.Double => 1,
        BondOrder.Triple => 2,
        BondOrder.Aromatic => 3,
        _ => null,
    };

    /// <summary>RDKit's numbers: 0 none, 1 any, 2 Z, 3 E, 4 cis, 5 trans; a SMILES leads to three of them.</summary>
    private static int StereoOf(BondStereo stereo) => stereo switch
    {
        BondStereo.Together => 2,
        BondStereo.Opposite => 3,
        _ => 0,
    };
}
