using System.Security.Cryptography;
using System.Text;
using Samples;

namespace NanoGpt.Data;

/// <summary>A text as numbers: nine tenths to learn from, the rest to be judged by.</summary>
/// <param name="Vocabulary">Its characters.</param>
/// <param name="Train">The numbers of the first part.</param>
/// <param name="Validation">The numbers of the second part.</param>
/// <param name="Fingerprint">The SHA-256 of the whole text.</param>
public sealed record Corpus(Vocabulary Vocabulary, long[] Train, long[] Validation, string Fingerprint)
{
    private const double TrainShare = 0.9;

    /// <summary>Divides a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">How many characters a model sees at once.</param>
    /// <param name="origin">Where the text comes from.</param>
    /// <exception cref="SampleException">The text is too short, or all of one character.</exception>
    public static Corpus Of(string text, int context, string origin)
    {
        var vocabulary = new Vocabulary(text);
        var border = (int)(TrainShare * text.Length);
        if (text.Length - border <= context)
        {
            throw new SampleException($"{origin} has {text.Length} characters, of which {text.Length - border} are to judge by; a context of {context} needs at least {context + 1} there. Name a longer text with --data.");
        }

        if (vocabulary.Characters.Count < 2)
        {
            throw new SampleException($"{origin} is all of one character: there is nothing to learn. Name another text with --data.");
        }

        var numbers = vocabulary.Encode(text);
        return new Corpus(vocabulary, numbers[..border], numbers[border..], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}
