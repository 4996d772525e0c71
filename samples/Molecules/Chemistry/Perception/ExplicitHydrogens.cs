namespace Molecules.Chemistry.Perception;

/// <summary>Takes hydrogens that are written as atoms into the count of their neighbour.</summary>
internal static class ExplicitHydrogens
{
    public static void Absorb(MoleculeDraft draft)
    {
        foreach (var hydrogen in draft.Atoms.Where(IsPlain).ToList())
        {
            var neighbour = hydrogen.Neighbours.Single();
            if (neighbour.Chirality != Chirality.None && MovesOddly(hydrogen, neighbour))
            {
                neighbour.Chirality = neighbour.Chirality == Chirality.Clockwise ? Chirality.Counterclockwise : Chirality.Clockwise;
            }

            neighbour.Hydrogens++;
            draft.Remove(hydrogen);
        }
    }

    /// <summary>Isotopes, ions, bridges and the hydrogen molecule stay as they are.</summary>
    private static bool IsPlain(Atom atom)
        => atom is { Element.Number: Element.Hydrogen, Isotope: 0, Charge: 0, Hydrogens: 0, Bonds.Count: 1 }
            && atom.Bonds[0].Order == BondOrder.Single
            && atom.Neighbours.Single().Element.Number != Element.Hydrogen;

    /// <summary>Whether moving the hydrogen to the end of its neighbour's order swaps an odd number of places.</summary>
    private static bool MovesOddly(Atom hydrogen, Atom neighbour)
        => (neighbour.Bonds.Count - 1 - neighbour.Bonds.ToList().IndexOf(hydrogen.Bonds[0])) % 2 == 1;
}
