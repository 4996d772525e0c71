using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Subjects;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Blocks;

/// <summary>A small net that sees a context, the depth time and the step.</summary>
public abstract class ContextNet : Module<Tensor, Tensor, Tensor>, IBlock
{
    private readonly Perceptron perceptron = new();

    protected ContextNet() : base(nameof(ContextNet))
    {
        RegisterComponents();
        Waves.Fill(this);
    }

    [ScoreBlock]
    protected Tensor Block(Tensor h, Tensor context, [ScoreTime] double time, [ScoreStep] int step)
        => perceptron.call(h + (Math.Cos(time) * context)) + (0.1 * step);

    Tensor IBlock.Evaluate(Tensor h, Tensor context, double time, int step) => Block(h, context, time, step);
}

/// <summary>The same with a skip of its own, which is taken off.</summary>
public abstract class SkipContextNet : Module<Tensor, Tensor, Tensor>, IBlock
{
    private readonly Perceptron perceptron = new();

    protected SkipContextNet() : base(nameof(SkipContextNet))
    {
        RegisterComponents();
        Waves.Fill(this);
    }

    [ScoreBlock(StripSkip = true)]
    protected Tensor Block(Tensor h, [ScoreStep] int step, Tensor context, [ScoreTime] double time)
        => h + perceptron.call(h + (Math.Cos(time) * context)) + (0.1 * step);

    Tensor IBlock.Evaluate(Tensor h, Tensor context, double time, int step) => Block(h, step, context, time);
}
