using Spectre.Console;

namespace Samples.Reports;

/// <summary>Shows a <see cref="ResultTable"/> on a terminal.</summary>
public static class ConsoleTable
{
    /// <summary>Writes the table.</summary>
    public static void Write(IAnsiConsole console, ResultTable table)
    {
        var shown = new Table().Border(TableBorder.Rounded);
        foreach (var (heading, index) in table.Columns.Select((heading, index) => (heading, index)))
        {
            shown.AddColumn(Markup.Escape(heading), column => column.Alignment(index == 0 ? Justify.Left : Justify.Right).NoWrap());
        }

        foreach (var row in table.Rows)
        {
            shown.AddRow([.. row.Select(Markup.Escape)]);
        }

        console.Write(shown);
    }
}
