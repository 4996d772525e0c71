namespace Molecules.Chemistry.Smiles;

/// <summary>A SMILES that describes no molecule.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="position">The character of the text that it is about, from 1.</param>
public sealed class SmilesException(string message, int position) : FormatException($"{message} (position {position})")
{
    /// <summary>The character of the text that the message is about, from 1.</summary>
    public int Position { get; } = position;
}
