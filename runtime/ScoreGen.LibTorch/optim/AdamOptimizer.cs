#nullable disable // as in Optimizer.cs

using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>What Adam and AdamW have in common: all but where the weights decay.</summary>
public abstract class AdamOptimizer : OptimizerHelper, IBetas
{
    private protected AdamOptimizer(AdamOptions defaults, IEnumerable<ParamGroup> groups)
    {
        AdamStep.Validate(
            defaults.LearningRate.Value, defaults.beta1.Value, defaults.beta2.Value, defaults.eps.Value, defaults.weight_decay.Value);
        defaults.InitialLearningRate = defaults.LearningRate.Value;
        _defaults = defaults;
        foreach (var group in groups)
            add_param_group(group);
    }

    /// <summary>The averaging factors of groups that bring none.</summary>
    public (double, double) Betas
    {
        get => ((AdamOptions)_defaults).Betas;
        set => ((AdamOptions)_defaults).Betas = value;
    }

    private protected abstract bool DecaysApart { get; }

    private protected abstract AdamOptions NewOptions();

    private protected abstract AdamState NewState(Parameter parameter);

    /// <inheritdoc/>
    public override void add_param_group(ParamGroup param_group)
    {
        param_group.Options ??= NewOptions();
        ((AdamOptions)param_group.Options).FillFrom((AdamOptions)_defaults);
        AddGroup(param_group, NewState);
    }

    /// <inheritdoc/>
    public override Tensor step(Func<Tensor> closure = null) => _step<ParamGroup>(Step, closure);

    private void Step(ParamGroup group)
    {
        var pending = Pending<AdamState>(group);
        if (pending.Count == 0)
            return;
        foreach (var (_, _, state) in pending)
            state.step++;
        var options = (AdamOptions)group.Options;
        new AdamStep
        {
            Parameters = pending.ConvertAll(entry => (Tensor)entry.Parameter).ToArray(),
            Gradients = pending.ConvertAll(entry => entry.Gradient).ToArray(),
            Means = pending.ConvertAll(entry => entry.State.exp_avg).ToArray(),
            MeanSquares = pending.ConvertAll(entry => entry.State.exp_avg_sq).ToArray(),
            GreatestMeanSquares = options.amsgrad.Value ? pending.ConvertAll(entry => entry.State.max_exp_avg_sq).ToArray() : null,
            Steps = pending.ConvertAll(entry => entry.State.step),
            LearningRate = options.LearningRate.Value,
            Beta1 = options.beta1.Value,
            Beta2 = options.beta2.Value,
            Epsilon = options.eps.Value,
            WeightDecay = options.weight_decay.Value,
            DecaysApart = DecaysApart,
            Maximize = options.maximize.Value,
        }.Run();
    }
}
