using NanoGpt.Model;
using static TorchSharp.torch;

namespace NanoGpt.Tests.Model;

public sealed class ModelTests
{
    public static TheoryData<string> Rules => [.. Small.RuleNames];

    [Theory]
    [MemberData(nameof(Rules))]
    public void No_character_sees_a_later_one(string rule)
    {
        using var model = Small.Model(rule);
        using var text = Small.Text(8);
        using var changed = text.clone();
        changed[0, 5] = tensor((text[0, 5].item<long>() + 1) % Small.Shape.Vocabulary);

        var difference = model.call(text, null).sub(model.call(changed, null)).abs().amax(new long[] { 0, 2 });

        Assert.All(Enumerable.Range(0, 5), place => Assert.Equal(0, difference[place].item<float>(), 1e-6));
        Assert.All(Enumerable.Range(5, 3), place => Assert.True(difference[place].item<float>() > 1e-5));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_weight_gets_a_gradient(string rule)
    {
        using var model = Small.Model(rule);
        using var text = Small.Text(8);

        model.call(text, null).square().sum().backward();

        Assert.All(model.named_parameters(), entry => Assert.True(entry.parameter.grad!.abs().max().item<float>() > 0, entry.name));
    }

    [Fact]
    public void Stacked_depth_is_one_block_upon_the_other()
    {
        using var model = Small.Model("stacked");
        var depth = model.children().OfType<Depth.StackedDepth>().Single();
        using var h = randn(2, 8, Small.Shape.Width);

        var byHand = model.modules().OfType<TransformerBlock>().Aggregate(h, (state, block) => block.call(state, null));

        Assert.True(depth.call(h, null).allclose(byHand, 1e-5, 1e-6));
    }

    [Fact]
    public void Attention_is_the_softmax_of_what_matches()
    {
        using var attention = new CausalAttention(new GptShape(11, 8, Width: 4, Heads: 1));
        var weights = attention.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter);
        using var h = randn(1, 5, 4);

        var parts = h.matmul(weights["look.weight"].t()).chunk(3, 2);
        var scores = parts[0].matmul(parts[1].transpose(1, 2)).div(Math.Sqrt(4));
        var hidden = ones(5, 5).tril().log();
        var byHand = scores.add(hidden).softmax(-1).matmul(parts[2]).matmul(weights["project.weight"].t());

        Assert.True(attention.call(h, null).allclose(byHand, 1e-5, 1e-6));
    }

    [Fact]
    public void A_text_beyond_the_context_is_refused()
    {
        using var model = Small.Model("euler");
        using var text = Small.Text(9);

        var problem = Assert.Throws<ArgumentException>(() => model.call(text, null));

        Assert.StartsWith("The text has 9 characters, but the model sees 8 at most.", problem.Message);
    }
}
