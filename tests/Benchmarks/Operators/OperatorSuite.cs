using Benchmarks.Peers;
using Benchmarks.Timing;
using static TorchSharp.torch;

namespace Benchmarks.Operators;

/// <summary>Single small operators, where what stands around libtorch's own work is most of the time.</summary>
internal sealed class OperatorSuite(Results results, int pairs, PeerProcess? python)
{
    public void Run()
    {
        if (python is null)
        {
            results.Skip("op_us", "needs python3 with torch");
            return;
        }

        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (one, two) = (ones(1, 1), ones(1, 1));
        var (square, row) = (randn(16, 16), randn(16));
        var add = Compare("op", () => one.add(two).Dispose(), 0.7, "one 1×1 add: ours / PyTorch's");
        results.Add("op_us", Math.Round(1e6 * add.Seconds, 3), null, "ours, µs");
        results.Add("op_us_pytorch", Math.Round(1e6 * add.BaseSeconds, 3), null, "PyTorch's, µs");
        Compare("op_mul", () => one.mul(0.5).Dispose(), null, "1×1 times a number");
        Compare("op_add_", () => one.add_(two, 0.25), null, "1×1 in place, with a factor");
        Compare("op_mm", () => square.mm(square).Dispose(), null, "16×16 matrix product");
        Compare("op_linear", () => nn.functional.linear(square, square, row).Dispose(), null, "16×16 linear with bias");
        Compare("op_gelu", () => nn.functional.gelu(square).Dispose(), null, "16×16 GELU");
        Compare("op_exp", () => one.exp().Dispose(), null, "1×1 exp");
        Compare("op_view", () => square.view(-1).Dispose(), null, "view of 16×16");
        Compare("op_sum", () => square.sum().Dispose(), null, "sum of 16×16");
        Compare("op_lerp", () => one.lerp(two, one).Dispose(), null, "1×1 lerp");
    }

    private Ratio Compare(string name, Action run, double? bar, string what)
    {
        var ratio = Ratio.Measure(new Work(run), python!.Work(name), pairs);
        results.Add($"{name}_vs_pytorch", ratio, bar, what);
        return ratio;
    }
}
