using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Blocks;

/// <summary>A block that notes when it is evaluated, and how many tensors live by then.</summary>
public abstract class Counting : Module<Tensor, Tensor>
{
    protected Counting() : base(nameof(Counting))
    {
    }

    internal List<(int Step, double Time)> Evaluations { get; } = [];

    internal List<long> Alive { get; } = [];

    [ScoreBlock]
    protected Tensor Block(Tensor h, [ScoreStep] int step, [ScoreTime] double time)
    {
        Evaluations.Add((step, time));
        Alive.Add(DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        return h.mul(0.5).cos();
    }
}
