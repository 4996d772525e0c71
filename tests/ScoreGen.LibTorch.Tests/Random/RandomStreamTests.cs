using System.Globalization;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Random;

/// <summary>From the same seed come the numbers that PyTorch draws.</summary>
public class RandomStreamTests
{
    private static readonly Dictionary<string, Func<Generator?, Tensor>> draws = new()
    {
        ["rand"] = g => rand(7, generator: g),
        ["randn"] = g => randn(20, generator: g),
        ["randn_double"] = g => randn(5, ScalarType.Float64, generator: g),
        ["randint"] = g => randint(3, 100, new long[] { 9 }, generator: g),
        ["randperm"] = g => randperm(11, generator: g),
        ["bernoulli"] = g => full(8, 0.3).bernoulli(g),
        ["multinomial"] = g => tensor(new[] { 0.1f, 0.2f, 0.7f }).multinomial(6, true, g),
        ["normal"] = g => empty(6).normal_(2, 0.5, g),
        ["uniform"] = g => empty(6).uniform_(-1, 1, g),
        ["bernoulli_"] = g => empty(9).bernoulli_(0.4, g),
        ["bernoulli_of"] = g => empty(3).bernoulli_(tensor(new[] { 0.1f, 0.5f, 0.9f }), g),
        ["exponential"] = g => empty(6, ScalarType.Float64).exponential_(1.5, g),
        ["geometric"] = g => empty(6).geometric_(0.3, g),
        ["log_normal"] = g => empty(6, ScalarType.Float64).log_normal_(1, 0.5, g),
        ["cauchy"] = g => empty(6, ScalarType.Float64).cauchy_(1, 0.5, g),
        ["random"] = g => empty(6).random_(2, 50, g),
        ["poisson"] = g => full(7, 3.5f).poisson(g),
        ["normals"] = g => normal(tensor(new[] { 1f, 2f }), tensor(new[] { 0.5f, 0.1f }), g),
        ["rand_like"] = _ => zeros(5).rand_like(),
        ["randn_like"] = _ => zeros(5).randn_like(),
        ["randint_like"] = _ => zeros(5).randint_like(2, 40),
        ["dropout"] = _ => nn.functional.dropout(ones(12), 0.4),
    };

    public static IEnumerable<object[]> Lines => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Random", "streams.txt"))
        .Select(line => line.Split('\t')).Select(fields => new object[] { fields[0], fields[1], fields[2] });

    [Theory]
    [MemberData(nameof(Lines))]
    public void Numbers_are_PyTorchs(string draw, string stream, string numbers)
    {
        using var scope = NewDisposeScope();
        using var own = stream == "own" ? new Generator(1234) : null;
        if (own is null)
            manual_seed(1234);
        var expected = Array.ConvertAll(numbers.Split(' '), number => double.Parse(number, CultureInfo.InvariantCulture));
        Assert.Equal(expected, draws[draw](own).to(ScalarType.Float64).data<double>().ToArray());
    }

    [Fact]
    public void A_state_brings_the_stream_back()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        randn(3);
        var state = get_rng_state();
        var first = randn(4).data<float>().ToArray();
        set_rng_state(state);
        Assert.Equal(first, randn(4).data<float>().ToArray());
        Assert.Equal(5, initial_seed());
    }

    [Fact]
    public void A_generator_has_a_stream_of_its_own()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        var state = generator.get_state();
        var first = rand(4, generator: generator).data<float>().ToArray();
        rand(9);
        generator.set_state(state);
        Assert.Equal(first, rand(4, generator: generator).data<float>().ToArray());
        Assert.Equal(3, generator.initial_seed());
        Assert.Equal(first, rand(4, generator: generator.manual_seed(3)).data<float>().ToArray());
    }
}
