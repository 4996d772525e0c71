using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests.Subjects;

/// <summary>What the generator writes, in one shape for blocks with and without context.</summary>
public interface IEmitted
{
    ScorePlan Plan { get; }

    Tensor Forward(Tensor h, Tensor context);

    Tensor ForwardSteps(int steps, Tensor h, Tensor context);

    Tensor[] States(Tensor h, Tensor context);

    ScoreTrace Trace(Tensor h, Tensor context);
}
