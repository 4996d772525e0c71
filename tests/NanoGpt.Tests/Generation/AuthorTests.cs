using NanoGpt.Data;
using NanoGpt.Generation;
using static TorchSharp.torch;

namespace NanoGpt.Tests.Generation;

public sealed class AuthorTests
{
    private static readonly Vocabulary Letters = new("\nabcdefghij");

    [Theory]
    [InlineData("stacked")]
    [InlineData("heun")]
    public void It_writes_as_much_as_it_is_told_with_the_characters_there_are(string rule)
    {
        var text = Write(rule, seed: 1, 30);

        Assert.Equal(30, text.Length);
        Assert.All(text, character => Assert.Contains(character, Letters.Characters));
    }

    [Fact]
    public void The_stream_decides_what_it_writes()
    {
        Assert.Equal(Write("euler", 1, 20), Write("euler", 1, 20));
        Assert.NotEqual(Write("euler", 1, 20), Write("euler", 2, 20));
    }

    private static string Write(string rule, ulong seed, int length)
    {
        using var model = Small.Model(rule);
        using var random = new Generator(seed);
        return new Author(model, Letters, random).Write(length);
    }
}
