using ScoreGen.Depth.Tests.Forms;
using ScoreGen.Depth.Tests.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests;

/// <summary>An annotated class is a module like any other: it holds what its author declared and nothing else.</summary>
public sealed class ModuleTests
{
    private static readonly string[] Declared = ["down.bias", "down.weight", "scale", "shift", "up.bias", "up.weight"];

    [Fact]
    public void TheStateDictHoldsWhatWasDeclared()
    {
        using var module = new Whole();
        Assert.Equal(Declared, module.state_dict().Keys.Order());
        Assert.Equal(Declared.Where(name => name != "shift"), module.named_parameters().Select(item => item.name).Order());
        Assert.Equal(["down", "dropout", "up"], module.named_children().Select(item => item.name).Order());
    }

    [Theory]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.BFloat16)]
    public void ToConvertsAllOfIt(ScalarType dtype)
    {
        using var scope = NewDisposeScope();
        using var module = new Whole();
        module.to(dtype);

        Assert.All(module.state_dict().Values, tensor => Assert.Equal(dtype, tensor.dtype));
        var result = module.call(ones(2, 3, dtype: dtype));
        Assert.Equal(dtype, result.dtype);
        Assert.True(result.isfinite().all().ToBoolean());
    }

    [Fact]
    public void SavingAndLoadingKeepsThePass()
    {
        using var scope = NewDisposeScope();
        using var written = new Whole();
        using var read = new Whole();
        written.eval();
        read.eval();
        var h = Waves.Of(1, 2, 3).to(ScalarType.Float32);
        Waves.Fill(written);
        Assert.False(written.call(h).allclose(read.call(h)));

        var file = new MemoryStream();
        written.save(file);
        read.load(new MemoryStream(file.ToArray()));

        Close.Exactly(written.call(h), read.call(h));
    }

    [Fact]
    public void AnOptimizerTrainsIt()
    {
        using var scope = NewDisposeScope();
        using var module = new Whole();
        Waves.Fill(module);
        module.eval();
        var h = Waves.Of(1, 16, 3).to(ScalarType.Float32);
        var target = Waves.Of(2, 16, 3).to(ScalarType.Float32);
        using var optimizer = optim.Adam(module.parameters(), lr: 0.02);

        var losses = new List<float>();
        for (var epoch = 0; epoch < 60; epoch++)
        {
            optimizer.zero_grad();
            var loss = nn.functional.mse_loss(module.call(h), target);
            loss.backward();
            optimizer.step();
            losses.Add(loss.item<float>());
        }

        Assert.InRange(losses[^1], 0, 0.6f * losses[0]);
    }

    [Fact]
    public void TrainAndEvalReachTheBlock()
    {
        using var scope = NewDisposeScope();
        using var module = new Whole();
        var h = ones(8, 3);

        module.train();
        Assert.False(module.call(h).allclose(module.call(h)));
        module.eval();
        Close.Exactly(module.call(h), module.call(h));
    }

    [Fact]
    public void HooksOfTheModuleRunOnceAPass()
    {
        using var scope = NewDisposeScope();
        using var module = new Whole();
        var (before, after) = (0, 0);
        module.register_forward_pre_hook((_, h) =>
        {
            before++;
            return h;
        });
        module.register_forward_hook((_, _, result) =>
        {
            after++;
            return result;
        });

        module.call(ones(2, 3));
        Assert.Equal((1, 1), (before, after));
    }

    [Fact]
    public void HooksOfAModuleBlockRunOnceAnEvaluation()
    {
        using var scope = NewDisposeScope();
        using var module = new FieldBlock();
        var evaluations = 0;
        module.Inner.register_forward_hook((_, _, result) =>
        {
            evaluations++;
            return result.mul(2);
        });
        var h = Waves.Of(1, 2, 3);

        var result = module.call(h);

        Assert.Equal(FieldBlock.Depth.Evaluations, evaluations);
        Close.To(1e-13, FieldBlock.Expected(h, y => module.Inner.forward(y).mul(2)), result);
    }
}
