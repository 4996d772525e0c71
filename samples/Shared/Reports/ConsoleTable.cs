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
            shown.AddColumn(Markup.Escape(heading), column => Align(column, isText: index < table.TextColumns, isFirst: index == 0));
        }

        foreach (var row in table.Rows)
        {
            shown.AddRow([.. row.Select(Markup.Escape)]);
        }

        console.Write(shown);
    }

    /// <summary>Names and numbers stay whole; a sentence may be broken.</summary>
    private static void Align(TableColumn column, bool isText, bool isFirst)
    {
        column.Alignment(isText ? Justify.Left : Justify.Right);
        column.NoWrap = !isText || isFirst;
    }
}
