namespace Molecules.Chemistry;

/// <summary>A molecule under construction: atoms and bonds as read, before anything is made of them.</summary>
internal sealed class MoleculeDraft
{
    public List<Atom> Atoms { get; } = [];

    public List<Bond> Bonds { get; } = [];

    public void Add(Atom atom) => Atoms.Add(atom);

    public Bond Connect(Atom begin, Atom end, BondOrder order, BondDirection direction)
    {
        var bond = new Bond(begin, end, order) { Direction = direction };
        Bonds.Add(bond);
        begin.Attach(bond);
        end.Attach(bond);
        return bond;
    }

    /// <summary>Takes an atom out, with its bonds.</summary>
    public void Remove(Atom atom)
    {
        Atoms.Remove(atom);
        Bonds.RemoveAll(bond => bond.Begin == atom || bond.End == atom);
        for (var i = 0; i < Atoms.Count; i++)
        {
            Atoms[i].Index = i;
            Atoms[i].DetachAll();
        }

        foreach (var bond in Bonds)
        {
            bond.Begin.Attach(bond);
            bond.End.Attach(bond);
        }
    }
}
