namespace Molecules.Chemistry.Smiles;

/// <summary>
/// The neighbours of each atom in the order of the text, which the chirality marks refer to. Settling restates the marks in the
/// order of the atom's bonds, with its hydrogen last.
/// </summary>
internal sealed class WrittenOrder
{
    private readonly Dictionary<Atom, List<Slot>> neighbours = [];

    /// <summary>Starts the list of an atom: the atom before it, then its hydrogen.</summary>
    public void Begin(Atom atom, Atom? previous)
    {
        var slots = new List<Slot>();
        if (previous is not null)
        {
            slots.Add(new Slot { Neighbour = previous });
        }

        if (atom.Hydrogens > 0)
        {
            slots.Add(new Slot());
        }

        neighbours[atom] = slots;
    }

    /// <summary>Adds a neighbour that may become known only later.</summary>
    public Slot Append(Atom atom)
    {
        var slot = new Slot();
        neighbours[atom].Add(slot);
        return slot;
    }

    public void Settle()
    {
        foreach (var (atom, slots) in neighbours)
        {
            if (atom.Chirality != Chirality.None && IsOddAgainstBonds(atom, slots))
            {
                atom.Chirality = atom.Chirality == Chirality.Clockwise ? Chirality.Counterclockwise : Chirality.Clockwise;
            }
        }
    }

    private static bool IsOddAgainstBonds(Atom atom, List<Slot> slots)
    {
        var bonded = atom.Neighbours.ToList();
        var places = slots.ConvertAll(slot => slot.Neighbour is null ? bonded.Count : bonded.IndexOf(slot.Neighbour));
        var inversions = places.SelectMany((place, i) => places.Skip(i + 1).Where(later => later < place)).Count();
        return inversions % 2 == 1;
    }

    /// <summary>A place in the order; no neighbour means the hydrogen of the brackets.</summary>
    public sealed class Slot
    {
        public Atom? Neighbour { get; set; }
    }
}
