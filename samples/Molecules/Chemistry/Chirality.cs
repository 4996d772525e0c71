namespace Molecules.Chemistry;

/// <summary>
/// How the neighbours of a tetrahedral centre turn, seen from the first, in the order of the atom's bonds, with its hydrogen last.
/// </summary>
public enum Chirality
{
    None,
    Clockwise,
    Counterclockwise,
}
