using ScoreGen;
using TorchSharp.Modules;
using Zoo.Parts;
using Zoo.Reports;
using Zoo.Tasks;
using Zoo.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Systems;

/// <summary>A stack of layers and a norm as one velocity, integrated over five steps; the energy of the way costs.</summary>
[ScoreDepth(Steps = 5, Update = UpdateRule.Residual, Members = DepthMembers.Energy)]
public sealed partial class OtTransformer : Module<Tensor, Tensor>
{
    [ScoreBlock]
    private readonly Sequential velocity;

    public OtTransformer(long width, long heads)
        : base(nameof(OtTransformer))
    {
        velocity = Sequential(new TransformerStack(width, heads, isCausal: true), LayerNorm(width));
        RegisterComponents();
    }
}

/// <summary>Kan, Li and Osher 2025: optimal transport as a regulariser.</summary>
public sealed class OtTransformers : DepthSystem
{
    private const long Width = 32, Heads = 2, Texts = 96, Batch = 32;

    private const int Every = 25;

    public override string Name => "ot-transformer";

    public override string Source => "Kan, Li and Osher 2025, OT-Transformer, arXiv 2501.18793";

    public override string Formula => "h ← h + dt·F(h), loss + λ·Σ dt·mean(F(h)²)";

    public override string Expected => "Where there is too little text, the loss on other text rises in the end; with the energy as regulariser (λ = 1) it ends lower.";

    public override Findings Run(Trial trial)
    {
        var (without, with) = (Losses(trial, 0), Losses(trial, 1));
        return new Findings(
            [new("last validation loss without the energy", without[^1]), new("last validation loss with it", with[^1]), new("lowest validation loss without it", without.Min()), new("lowest validation loss with it", with.Min())],
            [
                // 1.4 was seen; without overfitting there is nothing to regularise.
                Claim.AtLeast("overfitting: last validation loss without the energy over the lowest", without[^1] / without.Min(), 1.1),
                // 0.83 to 0.84 was seen in quick runs, and seeds differ by 0.02 in the loss itself.
                Claim.AtMost("last validation loss with the energy over that without", with[^1] / without[^1], 0.9),
            ],
            new LinePicture("Validation while training on 96 short texts", "update", "validation loss (cross-entropy)", Over("λ = 0", without), Over("λ = 1", with)));
    }

    private static Line Over(string name, IReadOnlyList<double> losses) => new(name, [.. losses.Select((_, index) => (double)(index * Every))], losses);

    private static IReadOnlyList<double> Losses(Trial trial, double share)
    {
        using var model = trial.Make(() => new Reader<OtTransformer>(new OtTransformer(Width, Heads), MarkovText.Inputs, Width, MarkovText.Kinds, isNormed: false));
        using var scope = NewDisposeScope();
        var (texts, next) = MarkovText.Draw(trial.Seed, Texts, trial.Device);
        var (others, following) = MarkovText.Draw(1000, 256, trial.Device);
        var losses = new List<double>();
        trial.Train(model, trial.Updates(quick: 300, otherwise: 1500), 3e-3, update =>
        {
            if (update % Every == 0)
            {
                Validate();
            }

            var some = randint(Texts, Batch, device: trial.Device);
            var (state, energy) = model.Depth.ForwardWithEnergy(model.Embed(texts[some]));
            return Loss(model.Head(state), next[some]) + share * energy;
        });
        Validate();
        return losses;

        void Validate() => losses.Add(Trial.Measure(() => Loss(model.Read(others, model.Depth.call), following)));
    }

    private static Tensor Loss(Tensor read, Tensor next) => functional.cross_entropy(read.transpose(1, 2), next);
}
