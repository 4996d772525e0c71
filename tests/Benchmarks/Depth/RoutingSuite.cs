using Benchmarks.Timing;
using static TorchSharp.torch;

namespace Benchmarks.Depth;

/// <summary>A step that takes a quarter of the tokens over one that takes them all.</summary>
internal sealed class RoutingSuite(Results results, int pairs)
{
    private const int Batch = 4;
    private const int Tokens = 256;
    private const double Bar = 0.4;

    public void Run()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (quarter, full) = (new QuarterBlock(), new FullBlock());
        var h = randn(Batch, Tokens, AttentionBlock.Width);
        results.Add("route_quarter_over_full", Ratio.Measure(Inference(quarter, h), Inference(full, h), pairs), Bar, "a step that takes a quarter of the tokens / one that takes all: a Transformer's block, 128 wide, 4 × 256 tokens");
        results.Add("route_quarter_over_full_train", Ratio.Measure(Training(quarter, h), Training(full, h), pairs), null, "the same with backward");
    }

    private static Work Inference(nn.Module<Tensor, Tensor> model, Tensor h) => new(() =>
    {
        using var off = no_grad();
        model.call(h).Dispose();
    });

    private static Work Training(nn.Module<Tensor, Tensor> model, Tensor h) => new(() =>
    {
        model.zero_grad();
        using var end = model.call(h);
        using var loss = end.sum();
        loss.backward();
    });
}
