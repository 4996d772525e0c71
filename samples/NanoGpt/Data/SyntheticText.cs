using System.Text;

namespace NanoGpt.Data;

/// <summary>
/// A made-up play for machines without the data and without a network: speakers, and sentences of a few words. It shows that training
/// works, and says nothing about language.
/// </summary>
public static class SyntheticText
{
    private const int Length = 200_000;

    private static readonly string[] Speakers = ["DUKE", "QUEEN", "FOOL", "First Guard"];

    private static readonly string[] Words =
        ["the", "king", "is", "gone", "and", "we", "must", "follow", "him", "to", "sea", "before", "night", "falls", "my", "lord", "what", "news", "of", "war"];

    /// <summary>The same text on every machine.</summary>
    public static string Make()
    {
        var random = new Random(1616);
        var text = new StringBuilder();
        while (text.Length < Length)
        {
            text.Append(Speakers[random.Next(Speakers.Length)]).Append(":\n").Append(Sentence(random)).Append("\n\n");
        }

        return text.ToString(0, Length);
    }

    private static string Sentence(Random random)
    {
        var words = string.Join(' ', Enumerable.Range(0, random.Next(3, 9)).Select(_ => Words[random.Next(Words.Length)]));
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}{".?!,"[random.Next(4)]}";
    }
}
