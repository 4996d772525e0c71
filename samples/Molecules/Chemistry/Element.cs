using System.Collections.Immutable;

namespace Molecules.Chemistry;

/// <summary>A chemical element.</summary>
/// <param name="Number">The atomic number.</param>
/// <param name="Symbol">The symbol, such as <c>Cl</c>.</param>
/// <param name="Mass">The mean atomic mass in daltons.</param>
/// <param name="OuterElectrons">The electrons of the outer shell.</param>
/// <param name="Valences">The valences it normally takes, the lowest first; empty where any is normal, as for iron.</param>
public sealed record Element(int Number, string Symbol, double Mass, int OuterElectrons, ImmutableArray<int> Valences)
{
    public const int Hydrogen = 1;
    public const int Carbon = 6;
    public const int Nitrogen = 7;
    public const int Oxygen = 8;

    /// <summary>The row of the periodic table, from 1.</summary>
    public int Row => Number switch
    {
        <= 2 => 1,
        <= 10 => 2,
        <= 18 => 3,
        <= 36 => 4,
        <= 54 => 5,
        <= 86 => 6,
        _ => 7,
    };

    /// <summary>Whether an element pulls electrons from another: further right, or higher in the same column.</summary>
    public bool IsMoreElectronegativeThan(Element other)
        => OuterElectrons > other.OuterElectrons || (OuterElectrons == other.OuterElectrons && Number < other.Number);

    /// <summary>
    /// How a charge shifts the valences: ammonium takes one bond more than ammonia, a carbocation one less than methane, and
    /// borate one more than borane.
    /// </summary>
    public int ValenceShift(int charge) => OuterElectrons switch
    {
        4 => -Math.Abs(charge),
        < 4 => -charge,
        _ => charge,
    };
}
