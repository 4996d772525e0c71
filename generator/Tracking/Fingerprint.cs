namespace ScoreGen.Generator.Tracking;

/// <summary>What is left of a text where only its equality with another matters: FNV-1a, the same on every host and in every process.</summary>
internal sealed class Fingerprint
{
    public ulong Value { get; private set; } = 14695981039346656037UL;

    public static ulong Of(string text)
    {
        var print = new Fingerprint();
        print.AddCharacters(text);
        return print.Value;
    }

    /// <summary>Adds a text and its end, so that "a", "bc" is not "ab", "c".</summary>
    public void Add(string text)
    {
        AddCharacters(text);
        Add(char.MaxValue);
    }

    public void Add(ulong number) => Value = unchecked((Value ^ number) * 1099511628211UL);

    private void AddCharacters(string text)
    {
        foreach (var character in text)
        {
            Add(character);
        }
    }
}
