using System.Text;
using Samples.Charts;

namespace Samples.Reports;

/// <summary>Builds a Markdown page, section by section.</summary>
public sealed class MarkdownReport
{
    private readonly StringBuilder text = new();

    /// <summary>Starts the page.</summary>
    public MarkdownReport(string title) => text.Append($"# {title}\n");

    /// <summary>Starts a section.</summary>
    public MarkdownReport Section(string title) => Add($"## {title}");

    /// <summary>Adds a paragraph.</summary>
    public MarkdownReport Paragraph(string content) => Add(content);

    /// <summary>Adds a picture that lies beside the page.</summary>
    public MarkdownReport Picture(string file, string description)
        => Add($"![{description}]({file})" + (Canvas.HasFont ? "" : " (drawn on a machine without a font, and so without text)"));

    /// <summary>Adds source code.</summary>
    public MarkdownReport Code(string language, string content) => Add($"```{language}\n{content.TrimEnd('\n')}\n```");

    /// <summary>Adds a table; columns of numbers are aligned to the right.</summary>
    public MarkdownReport Table(ResultTable table)
    {
        var alignment = table.Columns.Select((_, index) => index < table.TextColumns ? ":--" : "--:");
        var lines = new[] { table.Columns, alignment }.Concat(table.Rows).Select(Row);
        return Add(string.Join('\n', lines));
    }

    /// <summary>Adds names with their values.</summary>
    public MarkdownReport Facts(IEnumerable<Fact> facts)
        => Add(string.Join('\n', facts.Select(fact => $"- {fact.Name}: {fact.Value}")));

    /// <summary>The page.</summary>
    public override string ToString() => text.ToString();

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|")))} |";

    private MarkdownReport Add(string block)
    {
        text.Append('\n').Append(block).Append('\n');
        return this;
    }
}
