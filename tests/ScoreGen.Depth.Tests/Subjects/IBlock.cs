using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests.Subjects;

/// <summary>The block of a class as it is written, for loops that a test writes by hand.</summary>
public interface IBlock
{
    /// <summary>Evaluates the block; a block without context, time or step ignores them.</summary>
    Tensor Evaluate(Tensor h, Tensor context, double time, int step);
}
