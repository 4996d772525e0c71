namespace NanoGpt.Data;

/// <summary>The distinct characters of a text, in order, and their numbers.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<char, long> numbers;

    /// <param name="text">The text whose characters it holds.</param>
    public Vocabulary(string text)
    {
        Characters = [.. text.Distinct().Order()];
        numbers = Characters.Select((character, number) => (character, number)).ToDictionary(pair => pair.character, pair => (long)pair.number);
    }

    public IReadOnlyList<char> Characters { get; }

    /// <summary>The loss of a guess that thinks every character equally likely.</summary>
    public double UniformLoss => Math.Log(Characters.Count);

    /// <summary>The numbers of the characters of a text.</summary>
    /// <exception cref="ArgumentException">The text has a character that is not in the vocabulary.</exception>
    public long[] Encode(string text) => Array.ConvertAll(text.ToCharArray(), Number);

    /// <summary>The text that numbers stand for.</summary>
    public string Decode(IEnumerable<long> text) => string.Concat(text.Select(number => Characters[(int)number]));

    private long Number(char character) => numbers.TryGetValue(character, out var number)
        ? number
        : throw new ArgumentException($"The vocabulary has no '{character}' (U+{(int)character:X4}).", nameof(character));
}
