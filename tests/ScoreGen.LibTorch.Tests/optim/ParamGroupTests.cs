using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Groups of parameters: options of their own, those they leave open, and what can be set later.</summary>
public class ParamGroupTests
{
    private static Parameter[] One => [nn.Parameter(ones(1))];

    [Fact]
    public void A_group_of_Adam_has_all_options()
    {
        var group = new Adam.ParamGroup(One, 0.5, 0.1, 0.2, 0.3, 0.4, amsgrad: true, maximize: true);
        var options = group.Options;
        Assert.Equal((0.5, 0.1, 0.2, 0.3, 0.4, true, true),
            (options.LearningRate, options.beta1, options.beta2, options.eps, options.weight_decay, options.amsgrad, options.maximize));
        group.Betas = (0.6, 0.7);
        Assert.Equal((0.6, 0.7), (group.Options.beta1, group.Options.beta2));
        Assert.Equal((0.6, 0.7), group.Betas);
    }

    [Fact]
    public void A_group_of_AdamW_has_all_options()
    {
        var group = new AdamW.ParamGroup(One, 0.5, 0.1, 0.2, 0.3, 0.4, amsgrad: true, maximize: true);
        var options = group.Options;
        Assert.Equal((0.5, 0.1, 0.2, 0.3, 0.4, true, true),
            (options.LearningRate, options.beta1, options.beta2, options.eps, options.weight_decay, options.amsgrad, options.maximize));
        group.Betas = (0.6, 0.7);
        Assert.Equal((0.6, 0.7), group.Betas);
    }

    [Fact]
    public void A_group_of_SGD_has_all_options()
    {
        var group = new SGD.ParamGroup(One, 0.5, 0.1, 0.2, 0.3, nesterov: true, maximize: true);
        var options = group.Options;
        Assert.Equal((0.5, 0.1, 0.2, 0.3, true, true),
            (options.LearningRate, options.momentum, options.dampening, options.weight_decay, options.nesterov, options.maximize));
        group.Momentum = 0.6;
        Assert.Equal((0.6, 0.6), (group.Options.momentum, group.Momentum));
        group.LearningRate = 0.25;
        group.InitialLearningRate = 0.75;
        Assert.Equal((0.25, 0.75), (group.Options.LearningRate, group.Options.InitialLearningRate));
    }

    [Fact]
    public void Options_that_a_group_leaves_open_are_the_optimizers()
    {
        Adam.ParamGroup[] open = [new(One, new Adam.Options { beta1 = 0.5 }), new() { Parameters = One, Options = new Adam.Options { eps = 1 } }];
        using var adam = optim.Adam(open, 0.25, weight_decay: 0.125);
        var groups = adam.ParamGroups.Cast<Adam.ParamGroup>().Select(group => group.Options).ToArray();
        Assert.Equal([0.5, 0.9], groups.Select(options => options.beta1));
        Assert.Equal([1e-8, 1], groups.Select(options => options.eps));
        Assert.All(groups, options => Assert.Equal((0.25, 0.999, 0.125, false),
            (options.LearningRate, options.beta2, options.weight_decay, options.amsgrad)));
        using var adamw = optim.AdamW([new AdamW.ParamGroup(One, new AdamW.Options { weight_decay = 0 })], 0.25);
        var decayed = adamw.ParamGroups.Cast<AdamW.ParamGroup>().Single().Options;
        Assert.Equal((0.25, 0.9, 0.0), (decayed.LearningRate, decayed.beta1, decayed.weight_decay));
        using var sgd = optim.SGD([new SGD.ParamGroup(One, new SGD.Options { momentum = 0.5 })], 0.25, weight_decay: 0.125);
        var pushed = sgd.ParamGroups.Cast<SGD.ParamGroup>().Single().Options;
        Assert.Equal((0.25, 0.5, 0.125), (pushed.LearningRate, pushed.momentum, pushed.weight_decay));
    }

    [Fact]
    public void Defaults_can_be_changed_for_groups_to_come()
    {
        using var adam = optim.Adam(One);
        using var adamw = optim.AdamW(One);
        using var sgd = optim.SGD(One, 0.1, momentum: 0.25);
        Assert.Equal((0.25, (0.9, 0.999), (0.9, 0.999)), (sgd.Momentum, adam.Betas, adamw.Betas));
        adam.Betas = (0.1, 0.2);
        adamw.Betas = (0.3, 0.4);
        sgd.Momentum = 0.5;
        adam.add_param_group(new Adam.ParamGroup(One, new Adam.Options()));
        adamw.add_param_group(new AdamW.ParamGroup(One, new AdamW.Options()));
        sgd.add_param_group(new SGD.ParamGroup(One, new SGD.Options()));
        Assert.Equal([(0.9, 0.999), (0.1, 0.2)], adam.ParamGroups.Cast<Adam.ParamGroup>().Select(group => group.Betas));
        Assert.Equal([(0.9, 0.999), (0.3, 0.4)], adamw.ParamGroups.Cast<AdamW.ParamGroup>().Select(group => group.Betas));
        Assert.Equal([0.25, 0.5], sgd.ParamGroups.Cast<SGD.ParamGroup>().Select(group => group.Momentum));
    }

    [Fact]
    public void Without_gradients_nothing_moves()
    {
        var parameters = One;
        optim.Optimizer[] all = [optim.Adam(parameters), optim.AdamW(parameters), optim.SGD(parameters, 0.1)];
        foreach (var optimizer in all)
        {
            using (optimizer)
                optimizer.step();
        }
        Assert.Equal(1, parameters[0].ToSingle());
    }

    [Fact]
    public void Each_group_steps_by_its_own_rate_and_upwards_to_maximize()
    {
        Parameter[] p = [.. One, .. One, .. One];
        using var sgd = optim.SGD([new SGD.ParamGroup(p[..1], 0.5), new SGD.ParamGroup(p[1..2], 0.25), new SGD.ParamGroup(p[2..], 0.25, maximize: true)], 1);
        Array.ForEach(p, parameter => parameter.grad = ones(1));
        sgd.step();
        Assert.Equal([0.5f, 0.75f, 1.25f], p.Select(parameter => parameter.ToSingle()));
    }
}
