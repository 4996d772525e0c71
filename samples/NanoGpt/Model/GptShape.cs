namespace NanoGpt.Model;

/// <summary>The sizes of a model, beside its depth.</summary>
/// <param name="Vocabulary">How many characters there are.</param>
/// <param name="Context">How many characters it sees at most.</param>
/// <param name="Width">The numbers that stand for a character within it.</param>
/// <param name="Heads">How many ways it looks back at once; a divisor of the width.</param>
public sealed record GptShape(int Vocabulary, int Context, int Width, int Heads);
