using System;
using System.Text;

namespace ScoreGen.Generator.Emitting.CSharp;

/// <summary>Writes indented source with LF line ends, whatever the host's are.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new(capacity: 4096);
    private int depth;

    public void Line() => text.Append('\n');

    public void Line(string line)
    {
        if (line.Length > 0)
        {
            text.Append(' ', depth * 4).Append(line);
        }

        text.Append('\n');
    }

    /// <summary>Opens a block in braces; disposing of it closes the brace, with what is to follow it.</summary>
    public Block Braces(string head, string tail = "")
    {
        if (head.Length > 0)
        {
            Line(head);
        }

        Line("{");
        depth++;
        return new Block(this, "}" + tail);
    }

    /// <summary>Indents without braces.</summary>
    public Block Indent()
    {
        depth++;
        return new Block(this, null);
    }

    public override string ToString() => text.ToString();

    public readonly struct Block(SourceWriter writer, string? close) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            if (close is not null)
            {
                writer.Line(close);
            }
        }
    }
}
