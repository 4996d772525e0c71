namespace Molecules.Featurization;

/// <summary>One place a choice, and a last one for every other value.</summary>
internal sealed class OneHot<T>(params T[] choices)
    where T : notnull
{
    private readonly Dictionary<T, int> places = choices.Select((choice, i) => (choice, i)).ToDictionary(pair => pair.choice, pair => pair.i);

    public int Width => choices.Length + 1;

    /// <summary>Sets the place of a value, and returns what is left of the vector behind the choices.</summary>
    public Span<float> Write(Span<float> vector, T value)
    {
        vector[places.GetValueOrDefault(value, choices.Length)] = 1;
        return vector[Width..];
    }
}
