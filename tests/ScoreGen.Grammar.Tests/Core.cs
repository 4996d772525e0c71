using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Grammar.Tests;

/// <summary>A smooth non-linear function of state, context, time, step and stage, with or without a skip of its own.</summary>
public sealed class Core : Module
{
    private readonly int states;
    private readonly bool hasSkip;
    private readonly Linear mix;
    private readonly Linear inject;

    public Core(int states, bool hasSkip)
        : base(nameof(Core))
    {
        this.states = states;
        this.hasSkip = hasSkip;
        mix = Linear(states * Case.Width, states * Case.Width);
        inject = Linear(Case.Width, states * Case.Width, hasBias: false);
        RegisterComponents();
    }

    public Tensor[] Evaluate(Tensor[] state, Tensor context, double time, int step, int stage)
    {
        var value = (mix.call(cat(state, -1)) + inject.call(context)).tanh() * (0.8 + (0.1 * time)) + ((0.02 * step) + (0.01 * stage));
        Interruption.Evaluated();
        var parts = value.chunk(states, -1);
        return [.. parts.Zip(state, (part, component) => hasSkip ? part + component : part)];
    }

    /// <summary>A value that depends on those before, and what the next one depends on.</summary>
    public static (Tensor[] Value, Tensor Memory) Remember(Tensor[] value, Tensor? memory)
        => memory is null ? (value, value[0] * 0.5) : ([.. value.Select(part => part + (0.3 * memory))], (0.5 * memory.sin()) + (0.5 * value[0]));
}

/// <summary>The function as a module from one tensor to one.</summary>
public sealed class Single : Module<Tensor, Tensor, Tensor>
{
    public readonly Core core;

    public Single(bool hasSkip)
        : base(nameof(Single))
    {
        core = new Core(1, hasSkip);
        RegisterComponents();
    }

    public override Tensor forward(Tensor h, [ScorePerToken] Tensor context) => core.Evaluate([h], context, 0, 0, 0)[0];
}

/// <summary>The function as a module from two tensors to two.</summary>
public sealed class Double : Module<Tensor, Tensor, Tensor, (Tensor, Tensor)>
{
    public readonly Core core;

    public Double(bool hasSkip)
        : base(nameof(Double))
    {
        core = new Core(2, hasSkip);
        RegisterComponents();
    }

    public override (Tensor, Tensor) forward(Tensor x, Tensor v, Tensor context)
    {
        var parts = core.Evaluate([x, v], context, 0, 0, 0);
        return (parts[0], parts[1]);
    }
}

/// <summary>The function as a module from two tensors to one of them.</summary>
public sealed class Half : Module<Tensor, Tensor, Tensor, Tensor>
{
    public readonly Core core;
    private readonly int part;

    public Half(int part, bool hasSkip)
        : base(nameof(Half))
    {
        this.part = part;
        core = new Core(2, hasSkip);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, Tensor v, Tensor context) => core.Evaluate([x, v], context, 0, 0, 0)[part];
}
