#nullable disable // as in Optimizer.cs

using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, with momentum if wanted.</summary>
public partial class SGD : OptimizerHelper, IMomentum
{
    /// <summary>Creates the optimizer for one group.</summary>
    /// <inheritdoc cref="optim.SGD(IEnumerable{Parameter}, double, double, double, double, bool, bool)"/>
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    /// <summary>Creates the optimizer for several groups.</summary>
    /// <inheritdoc cref="optim.SGD(IEnumerable{ParamGroup}, double, double, double, double, bool, bool)"/>
    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false,
        bool maximize = false)
    {
        if (lr < 0)
            throw new ArgumentException($"Invalid learning rate: {lr}", nameof(lr));
        if (momentum < 0)
            throw new ArgumentException($"Invalid momentum value: {momentum}", nameof(momentum));
        if (weight_decay < 0)
            throw new ArgumentException($"Invalid weight_decay value: {weight_decay}", nameof(weight_decay));
        if (nesterov && (momentum <= 0 || dampening != 0))
            throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening", nameof(nesterov));
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            momentum = momentum,
            dampening = dampening,
            weight_decay = weight_decay,
            nesterov = nesterov,
            maximize = maximize,
        };
        foreach (var group in parameters)
            add_param_group(group);
    }

    /// <summary>The momentum of groups that bring none.</summary>
    public double Momentum
    {
        get => ((Options)_defaults).momentum.Value;
        set => ((Options)_defaults).momentum = value;
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
        var options = group.Options;
        var parameters = pending.ConvertAll(entry => (Tensor)entry.Parameter).ToArray();
        var directions = pending.ConvertAll(entry => entry.Gradient).ToArray();
        if (options.weight_decay.Value != 0)
            directions = Aten._foreach_add.CallList(directions, parameters, options.weight_decay.Value);
        if (options.momentum.Value != 0)
            directions = WithMomentum(pending.ConvertAll(entry => entry.State), directions, options);
        Aten._foreach_add_.Run(parameters, directions, options.maximize.Value ? options.LearningRate.Value : -options.LearningRate.Value);
    }

    private static Tensor[] WithMomentum(List<State> states, Tensor[] directions, Options options)
    {
        var (old, oldDirections) = (new List<Tensor>(), new List<Tensor>());
        foreach (var (state, direction) in states.Zip(directions))
        {
            if (state.momentum_buffer is null)
            {
                state.momentum_buffer = direction.clone().DetachFromDisposeScope();
                continue;
            }
            old.Add(state.momentum_buffer);
            oldDirections.Add(direction);
        }
        if (old.Count > 0)
        {
            Aten._foreach_mul_.Run(old.ToArray(), options.momentum.Value);
            Aten._foreach_add_.Run(old.ToArray(), oldDirections.ToArray(), 1 - options.dampening.Value);
        }
        var buffers = states.ConvertAll(state => state.momentum_buffer).ToArray();
        return options.nesterov.Value ? Aten._foreach_add.CallList(directions, buffers, options.momentum.Value) : buffers;
    }
}
