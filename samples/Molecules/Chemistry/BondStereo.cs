namespace Molecules.Chemistry;

/// <summary>On which sides of a double bond the senior substituents stand.</summary>
public enum BondStereo
{
    /// <summary>Not given, or no two different arrangements exist.</summary>
    None,

    /// <summary>Zusammen: on the same side.</summary>
    Together,

    /// <summary>Entgegen: on opposite sides.</summary>
    Opposite,
}
