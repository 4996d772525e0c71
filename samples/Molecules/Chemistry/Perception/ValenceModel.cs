using Molecules.Chemistry.Smiles;

namespace Molecules.Chemistry.Perception;

/// <summary>Hydrogens, radicals and limits that follow from an element's normal valences.</summary>
internal static class ValenceModel
{
    /// <summary>Gives bare atoms the hydrogens that their lowest fitting valence leaves room for.</summary>
    public static void FillHydrogens(IEnumerable<Atom> atoms)
    {
        foreach (var atom in atoms.Where(atom => !atom.HasFixedHydrogens))
        {
            // Each aromatic bond counts once here; an aromatic atom keeps one more electron for the ring.
            var used = atom.Valence;
            var valence = NormalValences(atom).FirstOrDefault(valence => valence >= used, used);
            atom.Hydrogens += Math.Max(0, valence - used - (atom.IsAromatic ? 1 : 0));
        }
    }

    /// <summary>Refuses atoms with too many bonds, and finds the electrons that are left alone.</summary>
    public static void Settle(IEnumerable<Atom> atoms)
    {
        foreach (var atom in atoms)
        {
            var limit = NormalValences(atom).DefaultIfEmpty(int.MaxValue).Last();
            if (atom.Valence > limit)
            {
                throw new SmilesException($"{atom.Element.Symbol} with charge {atom.Charge} has {atom.Valence} bonds, hydrogens included; it takes at most {limit}", atom.Position);
            }

            atom.Radicals = atom.HasFixedHydrogens && !atom.Element.Valences.IsEmpty ? CountRadicals(atom) : 0;
        }
    }

    /// <summary>The valences that an atom's charge leaves it.</summary>
    public static IEnumerable<int> NormalValences(Atom atom)
        => atom.Element.Valences.Select(valence => Math.Max(0, valence + atom.Element.ValenceShift(atom.Charge)));

    /// <summary>What an octet (a duet for hydrogen) lacks, or what the outer shell has left: the smaller.</summary>
    private static int CountRadicals(Atom atom)
    {
        var shell = atom.Element.Number <= 2 ? 2 : 8;
        var free = atom.Element.OuterElectrons - atom.Charge - atom.Valence;
        var lacking = shell - atom.Element.OuterElectrons + atom.Charge - atom.Valence;
        return free < 0 ? Math.Max(0, lacking) : Math.Max(0, Math.Min(lacking, free));
    }
}
