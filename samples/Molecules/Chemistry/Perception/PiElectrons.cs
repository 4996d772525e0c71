namespace Molecules.Chemistry.Perception;

/// <summary>What an atom can give to the electrons that a ring or a chain shares.</summary>
internal static class PiElectrons
{
    private const int Chlorine = 17;
    private const int Selenium = 34;
    private const int Tellurium = 52;

    /// <summary>
    /// The electrons left after one bond to each neighbour: 0 where there is none to share, null where the atom can share none at all.
    /// </summary>
    public static int? Available(Atom atom)
    {
        var valence = atom.Element.Valences.FirstOrDefault(-1);
        if (valence <= 1 || atom.Degree > 3)
        {
            return null;
        }

        var lonePairs = Math.Max(0, atom.Element.OuterElectrons - valence - atom.Charge);
        var electrons = valence - atom.Degree + lonePairs - atom.Radicals;

        // Of a triple bond only one pair stands in the plane of the ring.
        return electrons > 1 && atom.BondedValence - atom.Bonds.Count > 1 ? 1 : electrons;
    }

    /// <summary>The electrons that the atom gives to an aromatic ring; null where it interrupts one.</summary>
    public static int? GivenToRing(Atom atom)
    {
        if (!CanBeAromatic(atom) || Available(atom) is not { } electrons || electrons < 0)
        {
            return null;
        }

        var outside = atom.Bonds.FirstOrDefault(bond => !bond.IsInRing && bond.KekuleOrder >= 2);
        var isPulled = outside is not null && outside.Other(atom).Element.IsMoreElectronegativeThan(atom.Element);
        return electrons switch
        {
            0 when outside is not null => 0,
            0 => HasMultipleBond(atom) ? 1 : null,
            1 when outside is not null => isPulled ? 0 : 1,
            1 when HasMultipleBond(atom) => 1,
            1 => atom.Charge == 1 ? 0 : null,
            _ => (electrons - (isPulled ? 1 : 0)) % 2 == 1 ? 1 : 2,
        };
    }

    private static bool HasMultipleBond(Atom atom) => atom.Bonds.Any(bond => bond.KekuleOrder >= 2);

    /// <summary>Light elements, selenium and tellurium, in their lowest valence, without two double bonds on one atom.</summary>
    private static bool CanBeAromatic(Atom atom)
    {
        var number = atom.Element.Number;
        if (number > Chlorine && number is not (Selenium or Tellurium))
        {
            return false;
        }

        var isHypervalent = PeriodicTable.Of(Math.Max(1, number - atom.Charge)).Valences.FirstOrDefault() is > 0 and var normal && atom.Valence > normal;
        var isLoneRadical = atom.Radicals > 0 && (number != Element.Carbon || atom.Charge != 0);
        return !isHypervalent && !isLoneRadical && atom.Bonds.Count(bond => bond.KekuleOrder >= 2) <= 1;
    }
}
