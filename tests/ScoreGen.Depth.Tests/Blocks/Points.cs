using ScoreGen.Depth.Tests.Numerics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Blocks;

/// <summary>A block with the same value everywhere, which it keeps and hands out itself.</summary>
public abstract class Constant : Module<Tensor, Tensor>
{
    private readonly Tensor value = Waves.Of(7, 2, Perceptron.Width);

    protected Constant() : base(nameof(Constant)) => RegisterComponents();

    internal Tensor Value => value;

    [ScoreBlock]
    protected Tensor Block(Tensor h) => value;
}

/// <summary>A block with F(h) = h at one point: there the contractive rule rests.</summary>
public abstract class Attractor : Module<Tensor, Tensor>
{
    private readonly Perceptron perceptron = new();
    private readonly Tensor point = Waves.Of(8, 2, Perceptron.Width);

    protected Attractor() : base(nameof(Attractor))
    {
        RegisterComponents();
        Waves.Fill(this);
    }

    internal Tensor Point => point;

    [ScoreBlock]
    protected Tensor Block(Tensor h) => point + perceptron.call(h) - perceptron.call(point);
}

/// <summary>A block with F(h) = 0 at one point: there the residual rule rests.</summary>
public abstract class Rest : Module<Tensor, Tensor>
{
    private readonly Perceptron perceptron = new();
    private readonly Tensor point = Waves.Of(9, 2, Perceptron.Width);

    protected Rest() : base(nameof(Rest))
    {
        RegisterComponents();
        Waves.Fill(this);
    }

    internal Tensor Point => point;

    [ScoreBlock]
    protected Tensor Block(Tensor h) => perceptron.call(h) - perceptron.call(point);
}
