using ScoreGen;
using TorchSharp.Modules;
using Zoo.Parts;
using Zoo.Reports;
using Zoo.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Systems;

/// <summary>Two nets at two speeds: the low one takes two steps, then the high one takes one, all of it twice, with gradients in the last step of each.</summary>
[ScoreDepth(Cycles = 2, Dt = 1, Backprop = Backprop.Truncated, BackpropSteps = 2)]
public sealed partial class Hierarchical : Module<Tensor, Tensor, Tensor, Tensor, (Tensor, Tensor)>
{
    private readonly TransformerLayer low, high;
    private readonly LayerNorm lowNorm, highNorm;

    public Hierarchical(long width, long heads)
        : base(nameof(Hierarchical))
    {
        (low, high) = (new TransformerLayer(width, heads), new TransformerLayer(width, heads));
        (lowNorm, highNorm) = (LayerNorm(width), LayerNorm(width));
        RegisterComponents();
    }

    [ScoreBlock(Order = 1, Steps = 2, Updates = 1)]
    private Tensor Fast(Tensor h, Tensor l, Tensor x, Tensor edges) => lowNorm.call(l + h + x + low.Among(l + h + x, edges));

    [ScoreBlock(Order = 2, Updates = 0)]
    private Tensor Slow(Tensor h, Tensor l, Tensor x, Tensor edges) => highNorm.call(h + l + high.Among(h + l, edges));
}

/// <summary>Wang et al. 2025: two nets at two speeds, whose gradients reach one step of each back, solve puzzles over several segments.</summary>
public sealed class Hrm : DepthSystem
{
    private const int Width = 32, Heads = 4, Segments = 4;

    public override string Name => "hrm";

    public override string Source => "Wang et al. 2025, Hierarchical Reasoning Model, arXiv 2506.21734";

    public override string Formula => "2 × { 2 × l ← L(l + h + x), h ← H(h + l) }, a loss and an update after each segment";

    public override string Expected => "On 4 × 4 Sudoku gradients through one step of each net are enough, and segments correct the answer of those before.";

    public override Findings Run(Trial trial)
    {
        var several = SudokuSegments.Solved(trial, Width, () => new Hierarchical(Width, Heads), Segments, (depth, h, l, x, peers) => depth.call(h, l, x, peers));
        var single = SudokuSegments.Solved(trial, Width, () => new Hierarchical(Width, Heads), segments: 1, (depth, h, l, x, peers) => depth.call(h, l, x, peers));
        return new Findings(
            [new("solved after 1 segment", several[0]), new("solved after 8 segments", several[^1]), new("solved after 8 segments, trained with one", single[^1])],
            [
                // There are 288 grids, and a model that does not use its segments gains nothing. Seen with seed 0: 0.98, 0.51, 0.96.
                Claim.AtLeast("puzzles solved after 8 segments", several[^1], 0.8),
                Claim.AtLeast("what segments 2 to 8 add to the first", several[^1] - several[0], 0.05),
                Claim.AtLeast("what training over 4 segments gains over 1", several[^1] - single[^1], 0.02),
            ],
            new LinePicture(
                "4 × 4 Sudoku of grids never seen",
                "segments, of 6 evaluations each",
                "puzzles solved, share",
                Line.Counted("trained over 4 segments", several),
                Line.Counted("trained over 1 segment", single)));
    }
}
