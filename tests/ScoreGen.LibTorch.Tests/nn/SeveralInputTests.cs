using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Modules of two to six inputs: hooks see them all, replace them together, and run in order.</summary>
public class SeveralInputTests
{
    private sealed class Two() : nn.Module<Tensor, Tensor, Tensor>(nameof(Two))
    {
        public override Tensor forward(Tensor a, Tensor b) => a + b;
    }

    private sealed class Four() : nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor>(nameof(Four))
    {
        public override Tensor forward(Tensor a, Tensor b, Tensor c, Tensor d) => a + b + c + d;
    }

    private sealed class Five() : nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>(nameof(Five))
    {
        public override Tensor forward(Tensor a, Tensor b, Tensor c, Tensor d, Tensor e) => a + b + c + d + e;
    }

    private sealed class Six() : nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>(nameof(Six))
    {
        public override Tensor forward(Tensor a, Tensor b, Tensor c, Tensor d, Tensor e, Tensor f) => a + b + c + d + e + f;
    }

    private readonly List<string> log = [];
    private readonly Tensor x = ones(1);

    private void Before(nn.Module module) => log.Add($"before {module.GetName()}");

    private void After(nn.Module module) => log.Add($"after {module.GetName()}");

    /// <summary>The first input is multiplied by 10 before, and added to the result afterwards.</summary>
    private void Check(int inputs, string name, Tensor result)
    {
        Assert.Equal(10 + (inputs - 1) + 10, result.ToSingle());
        Assert.Equal([$"before {name}", $"after {name}"], log);
    }

    [Fact]
    public void Of_two_inputs()
    {
        using var module = new Two();
        module.register_forward_pre_hook(Before);
        module.register_forward_hook(After);
        module.register_forward_pre_hook((_, a, b) => (a * 10, b));
        module.register_forward_pre_hook((_, _, _) => null);
        module.register_forward_hook((_, a, _, result) => result + a);
        module.register_forward_hook((_, _, _, _) => null!);
        Check(2, nameof(Two), module.call(x, x));
    }

    [Fact]
    public void Of_four_inputs()
    {
        using var module = new Four();
        module.register_forward_pre_hook(Before);
        module.register_forward_hook(After);
        module.register_forward_pre_hook((_, a, b, c, d) => (a * 10, b, c, d));
        module.register_forward_pre_hook((_, _, _, _, _) => null);
        module.register_forward_hook((_, a, _, _, _, result) => result + a);
        module.register_forward_hook((_, _, _, _, _, _) => null!);
        Check(4, nameof(Four), module.call(x, x, x, x));
    }

    [Fact]
    public void Of_five_inputs()
    {
        using var module = new Five();
        module.register_forward_pre_hook(Before);
        module.register_forward_hook(After);
        module.register_forward_pre_hook((_, a, b, c, d, e) => (a * 10, b, c, d, e));
        module.register_forward_pre_hook((_, _, _, _, _, _) => null);
        module.register_forward_hook((_, a, _, _, _, _, result) => result + a);
        module.register_forward_hook((_, _, _, _, _, _, _) => null!);
        Check(5, nameof(Five), module.call(x, x, x, x, x));
    }

    [Fact]
    public void Of_six_inputs()
    {
        using var module = new Six();
        module.register_forward_pre_hook(Before);
        module.register_forward_hook(After);
        module.register_forward_pre_hook((_, a, b, c, d, e, f) => (a * 10, b, c, d, e, f));
        module.register_forward_pre_hook((_, _, _, _, _, _, _) => null);
        module.register_forward_hook((_, a, _, _, _, _, _, result) => result + a);
        module.register_forward_hook((_, _, _, _, _, _, _, _) => null!);
        Check(6, nameof(Six), module.call(x, x, x, x, x, x));
    }

    private sealed class Join() : ParameterLessModule<Tensor, Tensor, Tensor>(nameof(Join))
    {
        public override Tensor forward(Tensor a, Tensor b) => a + b;
    }

    [Fact]
    public void Without_parameters_of_its_own_a_module_refuses_tensors_and_moves_nothing()
    {
        using var join = new Join();
        using var spare = zeros(1);
        Assert.Throws<InvalidOperationException>(() => join.register_buffer("b", spare));
        Assert.Throws<InvalidOperationException>(() => join.register_parameter("p", nn.Parameter(zeros(1))));
        Assert.Throws<InvalidOperationException>(() => join.register_module("m", nn.Linear(1, 1)));
        join.register_module("m", nn.ReLU());
        Assert.Same(join, join.to(ScalarType.Float64).to(CPU).to(CPU, ScalarType.Float32));
        Assert.Equal(3, join.call(ones(1), ones(1) * 2).ToSingle());
    }
}
