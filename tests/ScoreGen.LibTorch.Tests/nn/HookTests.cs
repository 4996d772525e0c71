using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Hooks run around forward, in order, and may replace what goes in and out.</summary>
public class HookTests
{
    private sealed class Double(List<string> log) : nn.Module<Tensor, Tensor>(nameof(Double))
    {
        public override Tensor forward(Tensor input)
        {
            log.Add("forward");
            return input.mul(2);
        }
    }

    private sealed class Sum() : nn.Module<Tensor, Tensor, Tensor, Tensor>(nameof(Sum))
    {
        public override Tensor forward(Tensor input1, Tensor input2, Tensor input3) => input1 + input2 + input3;
    }

    [Fact]
    public void Hooks_run_in_TorchSharps_order()
    {
        var log = new List<string>();
        using var module = new Double(log);
        module.register_forward_hook(_ => log.Add("after, module"));
        module.register_forward_hook((_, _, result) => Logged(log, "after", result));
        module.register_forward_pre_hook((_, input) => Logged(log, "before 1", input));
        module.register_forward_pre_hook((_, input) => Logged(log, "before 2", input));
        module.register_forward_pre_hook(_ => log.Add("before, module"));
        using var output = module.call(ones(1));
        Assert.Equal(["before, module", "before 1", "before 2", "forward", "after", "after, module"], log);
    }

    [Fact]
    public void Forward_runs_no_hooks()
    {
        var log = new List<string>();
        using var module = new Double(log);
        module.register_forward_pre_hook(_ => log.Add("before"));
        using var output = module.forward(ones(1));
        Assert.Equal(["forward"], log);
    }

    [Fact]
    public void Hooks_replace_inputs_and_results_and_null_leaves_them()
    {
        using var module = new Double([]);
        module.register_forward_pre_hook((_, input) => input + 1);
        module.register_forward_pre_hook((_, _) => null!);
        module.register_forward_hook((_, input, result) => result * 10 + input);
        module.register_forward_hook((_, _, _) => null!);
        Assert.Equal(42, module.call(ones(1)).ToSingle());
    }

    [Fact]
    public void A_removed_hook_is_gone_and_the_others_stay()
    {
        using var module = new Double([]);
        var first = module.register_forward_hook((_, _, result) => result + 1);
        module.register_forward_hook((_, _, result) => result * 3);
        Assert.Equal(9, module.call(ones(1)).ToSingle());
        first.remove();
        first.remove();
        Assert.Equal(6, module.call(ones(1)).ToSingle());
    }

    [Fact]
    public void Hooks_of_several_inputs_replace_them_together()
    {
        using var module = new Sum();
        module.register_forward_pre_hook((_, a, b, c) => (a * 2, b * 3, c * 4));
        module.register_forward_pre_hook((_, _, _, _) => null);
        module.register_forward_hook((_, a, _, _, result) => result + a);
        Assert.Equal(11, module.call(ones(1), ones(1), ones(1)).ToSingle());
    }

    private static Tensor Logged(List<string> log, string what, Tensor tensor)
    {
        log.Add(what);
        return tensor;
    }
}
