using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MyModel;

/// <summary>Reads digits in any order, and says at each place which digit stands there once they are sorted.</summary>
public sealed class Sorter : Module<Tensor, Tensor>
{
    private readonly Embedding digits;
    private readonly Parameter places;
    private readonly SharedTransformer depth;
    private readonly Linear read;

    public Sorter(long length, long width, long heads) : base(nameof(Sorter))
    {
        digits = Embedding(10, width);
        places = Parameter(randn(length, 1, width));
        depth = new SharedTransformer(width, heads);
        read = Linear(width, 10);
        RegisterComponents();
    }

    /// <summary>From digits (batch × length) to a score for each digit at each place (batch × 10 × length).</summary>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        return Scores(depth.call(Start(x))).MoveToOuterDisposeScope();
    }

    /// <summary>The same after more or fewer rounds than it is trained with.</summary>
    public Tensor AfterRounds(int rounds, Tensor x)
    {
        using var scope = NewDisposeScope();
        return Scores(depth.ForwardSteps(rounds, Start(x))).MoveToOuterDisposeScope();
    }

    private Tensor Start(Tensor x) => digits.call(x).transpose(0, 1) + places;

    private Tensor Scores(Tensor h) => read.call(h).permute(1, 2, 0);
}
