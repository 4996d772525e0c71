using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Subjects;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Blocks;

/// <summary>A small net.</summary>
public abstract class Net : Module<Tensor, Tensor>, IBlock
{
    private readonly Perceptron perceptron = new();

    protected Net() : base(nameof(Net))
    {
        RegisterComponents();
        Waves.Fill(this);
    }

    [ScoreBlock]
    protected Tensor Block(Tensor h) => perceptron.call(h);

    Tensor IBlock.Evaluate(Tensor h, Tensor context, double time, int step) => Block(h);
}

/// <summary>A small net with a skip of its own, which is taken off.</summary>
public abstract class SkipNet : Module<Tensor, Tensor>, IBlock
{
    private readonly Perceptron perceptron = new();

    protected SkipNet() : base(nameof(SkipNet))
    {
        RegisterComponents();
        Waves.Fill(this);
    }

    [ScoreBlock(StripSkip = true)]
    protected Tensor Block(Tensor h) => h + perceptron.call(h);

    Tensor IBlock.Evaluate(Tensor h, Tensor context, double time, int step) => Block(h);
}
