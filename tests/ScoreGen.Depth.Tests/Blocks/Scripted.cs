using ScoreGen.Depth.Tests.Subjects;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Blocks;

/// <summary>A block that does whatever a test tells it to.</summary>
public abstract class Scripted : Module<Tensor, Tensor, Tensor>, IBlock
{
    protected Scripted() : base(nameof(Scripted))
    {
    }

    internal Func<Tensor, Tensor, Tensor?> Script { get; set; } = (h, _) => h;

    [ScoreBlock]
    protected Tensor? Block(Tensor h, Tensor context) => Script(h, context);

    Tensor IBlock.Evaluate(Tensor h, Tensor context, double time, int step) => Block(h, context)!;
}
