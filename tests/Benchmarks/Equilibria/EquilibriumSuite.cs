using Benchmarks.Peers;
using Benchmarks.Timing;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks.Equilibria;

/// <summary>Equilibria beside torchdeq's: the same block, weights, input, tolerance and limits.</summary>
internal sealed class EquilibriumSuite(Results results, int pairs, PeerProcess? python)
{
    private const double Bar = 0.8;

    public void Run()
    {
        using var scope = NewDisposeScope();
        Compare("", new AndersonDeq(), "anderson", Bar);
        Compare("_picard", new PicardDeq(), "picard", null);
        Compare("_broyden", new BroydenDeq(), "broyden", null);
    }

    /// <param name="suffix">What the keys end with: nothing for the solver that is the default.</param>
    /// <param name="net">The class to measure.</param>
    /// <param name="solver">The solver as the peer's works are called.</param>
    /// <param name="bar">What the ratios may be at most.</param>
    private void Compare(string suffix, Module<Tensor, Tensor, Tensor> net, string solver, double? bar)
    {
        var (h, input) = (zeros(Deq.Width, Deq.Width), SharedNumbers.Of(5, Deq.Width, Deq.Width));
        Compare("solve_vs_torchdeq_64" + suffix, new Work(() => Solve(net, h, input)), "solve_" + solver, bar, $"forward / torchdeq's, {solver}");
        Compare("solve_train_vs_torchdeq_64" + suffix, new Work(() => Train(net, h, input)), "solve_train_" + solver, bar, $"with implicit backward / torchdeq's, {solver}");
    }

    private void Compare(string name, IWork work, string peerWork, double? bar, string what)
    {
        if (python?.Names.Contains(peerWork) == true)
        {
            results.Add(name, Ratio.Measure(work, python.Work(peerWork), pairs), bar, what);
        }
        else
        {
            results.Skip(name, $"{what}: no torchdeq; its folder is named in TORCHDEQ");
        }
    }

    private static void Solve(Module<Tensor, Tensor, Tensor> net, Tensor h, Tensor input)
    {
        using var off = no_grad();
        net.call(h, input).Dispose();
    }

    private static void Train(Module<Tensor, Tensor, Tensor> net, Tensor h, Tensor input)
    {
        net.zero_grad();
        using var end = net.call(h, input);
        using var loss = end.sum();
        loss.backward();
    }
}
