using NanoGpt.Data;
using NanoGpt.Model;
using static TorchSharp.torch;

namespace NanoGpt.Generation;

/// <summary>Writes text: each character is drawn from what the model expects after those before it.</summary>
/// <param name="model">The model.</param>
/// <param name="vocabulary">Its characters.</param>
/// <param name="random">Draws them.</param>
public sealed class Author(GptModel model, Vocabulary vocabulary, Generator random)
{
    /// <summary>How daring the choice is: 1 as the model expects, less for likelier characters.</summary>
    private const double Temperature = 0.8;

    /// <summary>Writes a text that begins on a new line, where there are lines.</summary>
    /// <param name="length">How many characters.</param>
    public string Write(int length)
    {
        using var reader = new Reader(model, model.Rule.CanRemember);
        var last = vocabulary.Characters.Contains('\n') ? vocabulary.Encode("\n")[0] : 0;
        var written = new long[length];
        for (var i = 0; i < length; i++)
        {
            written[i] = last = Draw(reader, last);
        }

        return vocabulary.Decode(written);
    }

    private long Draw(Reader reader, long last)
    {
        using var scope = NewDisposeScope();
        var expected = reader.Read(last).div(Temperature).softmax(-1);
        return expected.cpu().multinomial(1, false, random).item<long>();
    }
}
