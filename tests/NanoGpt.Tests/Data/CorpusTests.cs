using NanoGpt.Data;
using Samples;

namespace NanoGpt.Tests.Data;

public sealed class CorpusTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Characters_become_numbers_and_back()
    {
        var vocabulary = new Vocabulary("hello, world");

        Assert.Equal(" ,dehlorw", string.Concat(vocabulary.Characters));
        Assert.Equal("low", vocabulary.Decode(vocabulary.Encode("low")));
        Assert.Equal(Math.Log(9), vocabulary.UniformLoss);
        Assert.Contains("'z' (U+007A)", Assert.Throws<ArgumentException>(() => vocabulary.Encode("lz")).Message);
    }

    [Fact]
    public void Nine_tenths_are_to_learn_from()
    {
        var corpus = Corpus.Of("0123456789abcdefghij", context: 1, "text");

        Assert.Equal("0123456789abcdefgh", corpus.Vocabulary.Decode(corpus.Train));
        Assert.Equal("ij", corpus.Vocabulary.Decode(corpus.Validation));
    }

    [Theory]
    [InlineData("too short", "the file has 9 characters, of which 1 are to judge by; a context of 8 needs at least 9 there")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "the file is all of one character")]
    public void A_text_to_learn_nothing_from_is_refused(string text, string expected)
        => Assert.StartsWith(expected, Assert.Throws<SampleException>(() => Corpus.Of(text, context: 8, "the file")).Message);

    [Fact]
    public void A_file_that_is_no_text_is_named()
    {
        var path = folder.Write("bytes.txt", "");
        File.WriteAllBytes(path, [0x41, 0xFF, 0xC0]);

        Assert.StartsWith($"{path} is no UTF-8 text", Assert.Throws<SampleException>(() => TextFile.Read(path)).Message);
    }

    [Fact]
    public void The_published_text_is_known_by_its_SHA_256()
    {
        var path = folder.Write("other.txt", "hello");

        Assert.Equal("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", TinyShakespeare.Source.FingerprintOf(path));
        Assert.False(TinyShakespeare.Source.IsGenuine(path));
    }

    [Fact]
    public void The_synthetic_text_is_always_the_same()
    {
        Assert.Equal(SyntheticText.Make(), SyntheticText.Make());
        Assert.InRange(new Vocabulary(SyntheticText.Make()).Characters.Count, 20, 65);
    }
}
