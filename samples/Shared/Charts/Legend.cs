namespace Samples.Charts;

/// <summary>The names of the curves, in as many rows as they need.</summary>
internal sealed class Legend
{
    /// <summary>The height of a row.</summary>
    public const int RowHeight = 22;

    private const double Mark = 14;
    private const double Gap = 24;

    private readonly List<(string Name, double X, int Row)> entries = [];

    /// <param name="names">The names, in the order of the curves.</param>
    /// <param name="width">The room for a row.</param>
    public Legend(IEnumerable<string> names, double width)
    {
        var (x, row) = (0.0, 0);
        foreach (var name in names)
        {
            var length = Mark + 6 + (7.2 * name.Length);
            if (x > 0 && x + length > width)
            {
                (x, row) = (0, row + 1);
            }

            entries.Add((name, x, row));
            x += length + Gap;
        }
    }

    /// <summary>How many rows there are; 1 where there are no names.</summary>
    public int Rows => 1 + entries.Select(entry => entry.Row).DefaultIfEmpty().Max();

    /// <summary>Draws it with its upper left corner at a place.</summary>
    public void Draw(SvgWriter svg, double left, double top)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var (name, x, row) = entries[i];
            svg.Box(left + x, top + (row * RowHeight), Mark, Mark, Palette.Of(i));
            svg.Text(left + x + Mark + 6, top + (row * RowHeight) + 12, name);
        }
    }
}
