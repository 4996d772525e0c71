using NanoGpt.Depth;
using NanoGpt.Generation;
using static TorchSharp.torch;

namespace NanoGpt.Tests.Generation;

public sealed class MemoryTests
{
    private const double Tolerance = 1e-5;

    public static TheoryData<string> Remembering => [.. DepthRule.All.Where(rule => rule.CanRemember).Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Remembering))]
    public void What_is_remembered_gives_what_is_computed_anew(string rule)
    {
        using var model = Small.Model(rule);
        using var remembering = new Reader(model, remembers: true);
        using var forgetful = new Reader(model, remembers: false);

        Assert.All(Text(3 * Small.Shape.Context), character =>
            Assert.True(Difference(remembering.Read(character), forgetful.Read(character)) < Tolerance));
    }

    [Theory]
    [MemberData(nameof(Remembering))]
    public void Several_characters_may_be_read_at_once(string rule)
    {
        using var model = Small.Model(rule);
        using var memory = new AttentionMemory(model.Rule.Plan.Steps);
        using var text = Small.Text(8);
        using var guard = no_grad();

        var start = model.call(text.narrow(1, 0, 5), memory);
        var rest = model.call(text.narrow(1, 5, 3), memory);

        Assert.Equal(8, memory.Length);
        Assert.True(Difference(cat([start, rest], 1), model.call(text, null)) < Tolerance);
    }

    [Fact]
    public void Each_step_has_an_entry_of_its_own()
    {
        using var memory = new AttentionMemory(3);

        var entries = Enumerable.Range(0, 6).Select(_ => memory.NextStep()).ToList();

        Assert.Equal(3, entries.Distinct().Count());
        Assert.Equal(entries[..3], entries[3..]);
    }

    [Fact]
    public void A_method_of_several_stages_has_no_memory()
    {
        using var model = Small.Model("heun");

        Assert.Equal(["heun"], DepthRule.All.Where(rule => !rule.CanRemember).Select(rule => rule.Name));
        Assert.Contains("heun evaluates its block 8 times in 4 steps", Assert.Throws<ArgumentException>(() => new Reader(model, remembers: true)).Message);
    }

    [Fact]
    public void Reading_leaves_no_tensor_behind()
    {
        using var model = Small.Model("euler");
        using var reader = new Reader(model, remembers: true);
        using var scope = NewDisposeScope();
        reader.Read(1);
        var before = scope.DisposablesCount;

        reader.Read(2).Dispose();

        Assert.Equal(before, scope.DisposablesCount);
    }

    private static IEnumerable<long> Text(int length) => Enumerable.Range(0, length).Select(i => (long)(i * i % Small.Shape.Vocabulary));

    private static float Difference(Tensor left, Tensor right) => left.sub(right).abs().max().item<float>();
}
