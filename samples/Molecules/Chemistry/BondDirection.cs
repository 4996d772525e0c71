namespace Molecules.Chemistry;

/// <summary>The marks <c>/</c> and <c>\</c> on a single bond beside a double bond.</summary>
internal enum BondDirection
{
    None,

    /// <summary><c>/</c>: the bond's end stands above its begin.</summary>
    Up,

    /// <summary><c>\</c>: the bond's end stands below its begin.</summary>
    Down,
}
