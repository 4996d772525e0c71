namespace Molecules.Chemistry.Smiles;

/// <summary>A written bond symbol, and where it stands.</summary>
internal readonly record struct BondMark(BondOrder Order, BondDirection Direction, int Position)
{
    public static BondMark? TryRead(TextCursor cursor)
    {
        var position = cursor.Position;
        BondMark? mark = cursor.Peek switch
        {
            '-' => new BondMark(BondOrder.Single, BondDirection.None, position),
            '=' => new BondMark(BondOrder.Double, BondDirection.None, position),
            '#' => new BondMark(BondOrder.Triple, BondDirection.None, position),
            '$' => new BondMark(BondOrder.Quadruple, BondDirection.None, position),
            ':' => new BondMark(BondOrder.Aromatic, BondDirection.None, position),
            '/' => new BondMark(BondOrder.Single, BondDirection.Up, position),
            '\\' => new BondMark(BondOrder.Single, BondDirection.Down, position),
            _ => null,
        };
        if (mark is not null)
        {
            cursor.Read();
        }

        return mark;
    }

    /// <summary>The bond where none is written: aromatic between aromatic atoms, else single.</summary>
    public static BondOrder Implied(Atom begin, Atom end)
        => begin.IsAromatic && end.IsAromatic ? BondOrder.Aromatic : BondOrder.Single;
}
