#nullable disable // as in Optimizer.cs

using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Adam with weight decay apart from the gradient.</summary>
public partial class AdamW : OptimizerHelper, IBetas
{
    /// <summary>Creates the optimizer for one group.</summary>
    /// <inheritdoc cref="optim.AdamW(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
    public AdamW(
        IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    /// <summary>Creates the optimizer for several groups.</summary>
    /// <inheritdoc cref="optim.AdamW(IEnumerable{ParamGroup}, double, double, double, double, double, bool, bool)"/>
    public AdamW(
        IEnumerable<ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        AdamStep.Validate(lr, beta1, beta2, eps, weight_decay);
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
        };
        foreach (var group in parameters)
            add_param_group(group);
    }

    /// <summary>The averaging factors of groups that bring none.</summary>
    public (double, double) Betas
    {
        get => (((Options)_defaults).beta1.Value, ((Options)_defaults).beta2.Value);
        set => (((Options)_defaults).beta1, ((Options)_defaults).beta2) = value;
    }

    /// <inheritdoc/>
    public override void add_param_group(Modules.ParamGroup param_group)
    {
        param_group.Options ??= new Options();
        ((Options)param_group.Options).FillFrom((Options)_defaults);
        AddGroup(param_group, parameter => new State(parameter));
    }

    /// <inheritdoc/>
    public override Tensor step(Func<Tensor> closure = null) => _step<ParamGroup>(Step, closure);

    private void Step(ParamGroup group)
    {
        var pending = Pending<State>(group);
        if (pending.Count == 0)
            return;
        foreach (var (_, _, state) in pending)
            state.step++;
        var options = group.Options;
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
            DecaysApart = true,
            Maximize = options.maximize.Value,
        }.Run();
    }
}
