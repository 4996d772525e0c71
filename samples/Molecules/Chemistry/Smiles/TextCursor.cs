namespace Molecules.Chemistry.Smiles;

/// <summary>A place in a text that moves forward.</summary>
internal sealed class TextCursor(string text)
{
    private int index;

    /// <summary>The place of the next character, from 1.</summary>
    public int Position => index + 1;

    public bool AtEnd => index >= text.Length;

    /// <summary>The next character, '\0' at the end.</summary>
    public char Peek => AtEnd ? '\0' : text[index];

    public char Read() => text[index++];

    public bool TryRead(char expected)
    {
        if (Peek != expected || AtEnd)
        {
            return false;
        }

        index++;
        return true;
    }

    public bool TryRead(string expected)
    {
        if (!text.AsSpan(index).StartsWith(expected, StringComparison.Ordinal))
        {
            return false;
        }

        index += expected.Length;
        return true;
    }

    /// <summary>The digits that follow, at most so many, as a number; null where none follows.</summary>
    public int? ReadNumber(int maxDigits)
    {
        var start = index;
        while (index < text.Length && index - start < maxDigits && char.IsAsciiDigit(text[index]))
        {
            index++;
        }

        return index == start ? null : int.Parse(text.AsSpan(start, index - start), System.Globalization.CultureInfo.InvariantCulture);
    }

    public SmilesException Error(string message) => new(message, Position);
}
