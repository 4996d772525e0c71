using Benchmarks.Peers;
using Benchmarks.Timing;
using NanoGpt.Data;
using NanoGpt.Depth;
using NanoGpt.Model;
using NanoGpt.Training;
using Samples.CommandLine;
using static TorchSharp.torch;

namespace Benchmarks.Language;

/// <summary>A whole training step of the language sample, against nanoGPT in PyTorch: forward, backward, clipping and AdamW.</summary>
internal sealed class GptSuite(Results results, int pairs, PeerProcess? python)
{
    private const int Vocabulary = 65;

    private static readonly TrainingSettings Settings = TrainingSettings.For(Effort.Full);

    public void Run()
    {
        var ratios = new[] { DepthRule.Stacked, DepthRule.EulerHalf }.Select(Compare).OfType<Ratio>().ToList();
        if (ratios.Count > 0)
        {
            results.Add("gpt_step_vs_pytorch", ratios.MaxBy(ratio => ratio.Median)!, null, "a training step of nanoGPT: ours / PyTorch's, the worse of the two");
        }
    }

    private Ratio? Compare(DepthRule rule)
    {
        var name = rule == DepthRule.Stacked ? "gpt_step_stacked" : "gpt_step_shared";
        if (python?.Names.Contains(name) != true)
        {
            results.Skip(name + "_vs_pytorch", "this machine has no such peer");
            return null;
        }

        using var scope = NewDisposeScope();
        using var random = new Generator(1);
        var model = new GptModel(Settings.Shape(Vocabulary), rule, random);
        using var optimizer = DecayedMatrices.Optimizer(model, Settings);
        var batch = new Batches(randint(Vocabulary, new long[] { 10_000 }, dtype: ScalarType.Int64, generator: random), Settings.BatchSize, Settings.Context, random).Next();
        var ratio = Ratio.Measure(new Work(() => Step(model, optimizer, batch)), python.Work(name), pairs);
        results.Add(name + "_vs_pytorch", ratio, null, $"{rule.Name} nanoGPT / PyTorch's");
        return ratio;
    }

    private static void Step(GptModel model, optim.Optimizer optimizer, TextBatch batch)
    {
        using var step = NewDisposeScope();
        optimizer.zero_grad();
        NextCharacter.Loss(model, batch).backward();
        nn.utils.clip_grad_norm_(model.parameters(), Settings.Clip);
        optimizer.step();
    }
}
