using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Forms;

/// <summary>Six inputs of six types, and a block that wants the step and the time between them.</summary>
[ScoreDepth(Steps = 2, Dt = 0.5, Members = DepthMembers.All)]
public sealed partial class ManyInputs<TLabel> : Module<Tensor, int, string?, (double Low, double High), TLabel, Tensor?, Tensor>
    where TLabel : notnull
{
    public ManyInputs() : base("ManyInputs")
    {
    }

    internal List<string> Seen { get; } = [];

    private Tensor Block(Tensor h, [ScoreStep] int step, int power, string? name, [ScoreTime] double time, (double Low, double High) range, TLabel label, Tensor? mask)
    {
        Seen.Add($"{step} {time} {power} {name ?? "none"} {label}");
        var value = h.pow(power).clamp(range.Low, range.High);
        return mask is null ? value : value.mul(mask);
    }
}
