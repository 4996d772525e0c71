namespace Molecules.Chemistry.Smiles;

/// <summary>One of the two atoms that a ring closure bonds, as written.</summary>
/// <param name="Atom">The atom that carries the number.</param>
/// <param name="Mark">The bond symbol before the number, if any.</param>
/// <param name="Position">Where the number stands.</param>
/// <param name="Slot">The place of the other end among the atom's neighbours.</param>
internal sealed record RingEnd(Atom Atom, BondMark? Mark, int Position, WrittenOrder.Slot Slot);
