namespace Molecules.Chemistry;

/// <summary>The orbitals that an atom bonds with, as far as the graph tells.</summary>
public enum Hybridization
{
    S,
    Sp,
    Sp2,
    Sp2d,
    Sp3,
    Sp3d,
    Sp3d2,
    Other,
}
