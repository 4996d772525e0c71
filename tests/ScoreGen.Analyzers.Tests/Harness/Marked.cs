using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>
/// Source with the expected diagnostics marked in it: <c>{|SCORE103:Dt = 3|}</c>, or <c>{|SCORE103,SCORE108:Dt = 3|}</c> for two
/// on one span. Marks may nest.
/// </summary>
internal sealed record Marked(string Source, IReadOnlyList<Mark> Marks)
{
    public static Marked Parse(string markup)
    {
        var source = new StringBuilder();
        var marks = new List<Mark>();
        var open = new Stack<(string[] Ids, int Start)>();
        for (var i = 0; i < markup.Length; i++)
        {
            if (At(markup, i, "{|"))
            {
                var colon = markup.IndexOf(':', i);
                open.Push((markup[(i + 2)..colon].Split(','), source.Length));
                i = colon;
            }
            else if (At(markup, i, "|}") && open.TryPop(out var mark))
            {
                marks.AddRange(mark.Ids.Select(id => new Mark(id, TextSpan.FromBounds(mark.Start, source.Length))));
                i++;
            }
            else
            {
                source.Append(markup[i]);
            }
        }

        return open.Count == 0
            ? new Marked(source.ToString(), marks)
            : throw new FormatException($"A mark {{|{string.Join(',', open.Peek().Ids)}: is never closed.");
    }

    /// <summary>The markup in one canonical form, so that two sets of marks compare, and differ readably, as text.</summary>
    public override string ToString()
    {
        var groups = Marks.GroupBy(mark => mark.Span, (span, marks) => (span, Ids: string.Join(',', marks.Select(mark => mark.Id).Order(StringComparer.Ordinal)))).ToList();
        var text = new StringBuilder();
        for (var i = 0; i <= Source.Length; i++)
        {
            text.Insert(text.Length, "|}", groups.Count(group => group.span.End == i && !group.span.IsEmpty));
            foreach (var (span, ids) in groups.Where(group => group.span.Start == i).OrderByDescending(group => group.span.End))
            {
                text.Append("{|").Append(ids).Append(':').Append(span.IsEmpty ? "|}" : "");
            }

            text.Append(i < Source.Length ? Source[i] : "");
        }

        return text.ToString();
    }

    private static bool At(string text, int index, string part) => string.CompareOrdinal(text, index, part, 0, part.Length) == 0;
}

/// <summary>A diagnostic's id and the text it squiggles.</summary>
internal sealed record Mark(string Id, TextSpan Span);
