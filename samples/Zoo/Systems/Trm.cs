using ScoreGen;
using TorchSharp.Modules;
using Zoo.Parts;
using Zoo.Reports;
using Zoo.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Systems;

/// <summary>One small net at two speeds: it thinks six times of answer, thought and question, then corrects the answer, three times over, with gradients in the last.</summary>
[ScoreDepth(Cycles = 3, Dt = 1, Backprop = Backprop.Truncated, BackpropSteps = 7)]
public sealed partial class TinyRecursive : Module<Tensor, Tensor, Tensor, Tensor, (Tensor, Tensor)>
{
    private readonly TransformerLayer layer;
    private readonly LayerNorm norm;

    public TinyRecursive(long width, long heads)
        : base(nameof(TinyRecursive))
    {
        layer = new TransformerLayer(width, heads);
        norm = LayerNorm(width);
        RegisterComponents();
    }

    [ScoreBlock(Order = 1, Steps = 6, Updates = 1)]
    private Tensor Think(Tensor y, Tensor z, Tensor x, Tensor edges) => Net(z + y + x, edges);

    [ScoreBlock(Order = 2, Updates = 0)]
    private Tensor Answer(Tensor y, Tensor z, Tensor x, Tensor edges) => Net(y + z, edges);

    private Tensor Net(Tensor u, Tensor edges) => norm.call(u + layer.Among(u, edges));
}

/// <summary>The same net with one state, as often.</summary>
[ScoreDepth(Steps = 21, Dt = 1, Backprop = Backprop.Truncated, BackpropSteps = 7)]
public sealed partial class OneSpeed : Module<Tensor, Tensor, Tensor, Tensor>
{
    private readonly TransformerLayer layer;
    private readonly LayerNorm norm;

    public OneSpeed(long width, long heads)
        : base(nameof(OneSpeed))
    {
        layer = new TransformerLayer(width, heads);
        norm = LayerNorm(width);
        RegisterComponents();
    }

    private Tensor Block(Tensor z, Tensor x, Tensor edges) => norm.call(z + x + layer.Among(z + x, edges));
}

/// <summary>Jolicoeur-Martineau 2025: a tiny net that corrects its answer again and again solves puzzles.</summary>
public sealed class Trm : DepthSystem
{
    private const int Width = 32, Heads = 4, Segments = 4;

    public override string Name => "trm";

    public override string Source => "Jolicoeur-Martineau 2025, Tiny Recursive Model, arXiv 2510.04871";

    public override string Formula => "3 × { 6 × z ← f(z + y + x), y ← f(y + z) }, a loss and an update after each segment";

    public override string Expected => "On 4 × 4 Sudoku two speeds solve more than one at equal weights, and training over several segments teaches to use several.";

    public override Findings Run(Trial trial)
    {
        var two = SudokuSegments.Solved(trial, Width, () => new TinyRecursive(Width, Heads), Segments, (depth, y, z, x, peers) => depth.call(y, z, x, peers));
        var single = SudokuSegments.Solved(trial, Width, () => new TinyRecursive(Width, Heads), segments: 1, (depth, y, z, x, peers) => depth.call(y, z, x, peers));
        var one = SudokuSegments.Solved(trial, Width, () => new OneSpeed(Width, Heads), Segments, (depth, y, z, x, peers) => (depth.call(y, x, peers), z));
        return new Findings(
            [new("solved, one speed", one[^1]), new("solved, trained with one segment", single[^1])],
            [
                // There are 288 grids. Seen over seeds 0 and 1: 0.97 and 0.98.
                Claim.AtLeast("puzzles solved after 8 segments", two[^1], 0.8),
                Claim.AtLeast("what segments 2 to 8 add to the first", two[^1] - two[0], 0.05),
                // Seen: -0.02 and -0.01.
                Claim.AtLeast("what two speeds gain over one", two[^1] - one[^1], 0.02) with
                {
                    NotSeenBecause = "Either solves nearly all of these small puzzles, and with one state all of 21 evaluations see the puzzle and move the answer, with two 18 and 3.",
                },
                // Seen: 0.33 and 0.01. A model that never met its own answers may go astray from them, and need not.
                Claim.AtLeast("what training over 4 segments gains over 1", two[^1] - single[^1], 0.02),
            ],
            new LinePicture(
                "4 × 4 Sudoku of grids never seen",
                "segments, of 21 evaluations each",
                "puzzles solved, share",
                Line.Counted("two speeds, trained over 4 segments", two),
                Line.Counted("two speeds, trained over 1 segment", single),
                Line.Counted("one speed, trained over 4 segments", one)));
    }
}
