using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Grammar.Tests.Models;

/// <summary>TaH (arXiv 2511.08577): each step attends to the keys of all steps so far.</summary>
[ScoreDepth(Steps = 3, Members = DepthMembers.All)]
public sealed partial class KeyMemory : Module<Tensor, Tensor>
{
    private readonly Linear query = Linear(4, 4, hasBias: false), keys = Linear(4, 8, hasBias: false);

    public KeyMemory()
        : base(nameof(KeyMemory)) => RegisterComponents();

    private (Tensor, Tensor) Block(Tensor h, [ScoreCarry] Tensor? seen)
    {
        var now = keys.call(h).unsqueeze(1);
        var all = seen is null ? now : cat([seen, now], 1);
        var parts = all.chunk(2, -1);
        var weights = matmul(query.call(h).unsqueeze(1), parts[0].transpose(-1, -2)).softmax(-1);
        return (matmul(weights, parts[1]).squeeze(1).tanh(), all);
    }
}

/// <summary>A momentum, which is kept under each way of going back.</summary>
[ScoreDepth(Steps = 5, Backprop = Backprop.Checkpoint, Members = DepthMembers.All)]
public sealed partial class RecalledMomentum : Module<Tensor, Tensor>
{
    private readonly Linear mix = Linear(4, 4);

    public RecalledMomentum()
        : base(nameof(RecalledMomentum)) => RegisterComponents();

    private (Tensor, Tensor) Block(Tensor h, [ScoreCarry] Tensor? velocity)
    {
        var pull = mix.call(h).tanh();
        var next = velocity is null ? pull : (0.5 * velocity) + pull;
        return (next, next);
    }
}

/// <summary>Hands on what a test chooses, and says what it was given.</summary>
[ScoreDepth(Steps = 4, Backprop = Backprop.Truncated, BackpropSteps = 2, Members = DepthMembers.States | DepthMembers.Energy)]
public sealed partial class HandingOn : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear mix = Linear(4, 4);

    public HandingOn()
        : base(nameof(HandingOn)) => RegisterComponents();

    public Func<Tensor, Tensor, Tensor?, Tensor?> Next { get; set; } = (_, _, memory) => memory;

    public List<bool?> Given { get; } = [];

    private (Tensor, Tensor?) Block(Tensor h, Tensor context, [ScoreCarry] Tensor? memory)
    {
        Given.Add(memory?.requires_grad);
        return (mix.call(h).tanh(), Next(h, context, memory));
    }
}
