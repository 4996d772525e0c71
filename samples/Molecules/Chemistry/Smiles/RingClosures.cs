namespace Molecules.Chemistry.Smiles;

/// <summary>The ring closures of one SMILES: two atoms with the same number share a bond.</summary>
internal sealed class RingClosures
{
    private readonly Dictionary<int, RingEnd> open = [];
    private readonly List<(int Number, RingEnd First, RingEnd Second)> closed = [];

    /// <summary>Opens a ring, or closes the one that is open under its number.</summary>
    public void Add(int number, RingEnd end)
    {
        if (!open.Remove(number, out var first))
        {
            open[number] = end;
            return;
        }

        if (first.Atom == end.Atom)
        {
            throw new SmilesException($"ring closure {number} bonds an atom to itself; two different atoms must carry it", end.Position);
        }

        if (first.Mark is { } written && end.Mark is { } again && written.Order != again.Order)
        {
            throw new SmilesException($"ring closure {number} is {again.Order} here and {written.Order} at position {first.Position}; write its bond once", end.Position);
        }

        first.Slot.Neighbour = end.Atom;
        end.Slot.Neighbour = first.Atom;
        closed.Add((number, first, end));
    }

    /// <summary>Makes the bonds: after all others, in the order of their numbers.</summary>
    public void Connect(MoleculeDraft draft)
    {
        if (open.Count > 0)
        {
            var (number, end) = open.MinBy(entry => entry.Value.Position);
            throw new SmilesException($"ring closure {number} is never closed; a second atom must carry {number}", end.Position);
        }

        foreach (var (number, first, second) in closed.OrderBy(ring => ring.Number))
        {
            Connect(draft, number, first, second);
        }
    }

    /// <summary>A direction is told from the atom that it is written at, so that end becomes the bond's begin.</summary>
    private static void Connect(MoleculeDraft draft, int number, RingEnd first, RingEnd second)
    {
        if (first.Atom.Neighbours.Contains(second.Atom))
        {
            throw new SmilesException($"ring closure {number} bonds two atoms that share a bond already", second.Position);
        }

        var (begin, end) = second.Mark is null ? (first, second) : (second, first);
        draft.Connect(begin.Atom, end.Atom, begin.Mark?.Order ?? BondMark.Implied(begin.Atom, end.Atom), begin.Mark?.Direction ?? BondDirection.None);
    }
}
