namespace Molecules.Chemistry;

/// <summary>How many electron pairs a bond shares; <see cref="Aromatic"/> bonds share one and a half.</summary>
public enum BondOrder
{
    Single = 1,
    Double = 2,
    Triple = 3,
    Quadruple = 4,
    Aromatic = 5,
}
