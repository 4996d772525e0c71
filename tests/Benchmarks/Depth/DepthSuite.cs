using Benchmarks.Peers;
using Benchmarks.Timing;
using static TorchSharp.torch;

namespace Benchmarks.Depth;

/// <summary>The generated pass over hand-written loops, and over PyTorch's and C++'s own.</summary>
internal sealed class DepthSuite(Results results, int pairs, PeerGroup peers)
{
    private static readonly (int Width, int Batch)[] Sizes = [(16, 8), (64, 64), (256, 256)];

    public void Run()
    {
        new LoopSuite(results, pairs, CPU).Run();
        foreach (var (width, batch) in Sizes)
        {
            using var scope = NewDisposeScope();
            manual_seed(1);
            ComparePeers(width, randn(batch, width));
        }
    }

    private void ComparePeers(int width, Tensor h)
    {
        var model = new EulerMlp(width);
        var infer = WithoutGradients(model, h);
        var train = new Work(() =>
        {
            model.zero_grad();
            Loops.Train(h, model.call);
        });
        Compare($"infer_vs_pytorch_{width}", infer, peers.Python, $"infer_{width}", "generated forward / PyTorch's loop");
        Compare($"train_vs_pytorch_{width}", train, peers.Python, $"train_{width}", "with backward / PyTorch's loop");
        if (width == 16)
        {
            Compare("infer_vs_cpp_16", infer, peers.Cpp, "infer_16", "generated forward / the plain loop in C++");
            Compare("infer_vs_torchdiffeq_euler_16", infer, peers.Python, "euler_16", "generated Euler / torchdiffeq's");
            Compare("infer_vs_torchdiffeq_rk4_16", WithoutGradients(new ThreeEighthsMlp(16), h), peers.Python, "rk4_16", "generated ThreeEighths / torchdiffeq's rk4");
        }
    }

    private void Compare(string name, Work work, PeerProcess? peer, string peerWork, string what)
    {
        if (peer?.Names.Contains(peerWork) == true)
        {
            results.Add(name, Ratio.Measure(work, peer.Work(peerWork), pairs), null, what);
        }
        else
        {
            results.Skip(name, $"{what}: this machine has no such peer");
        }
    }

    private static Work WithoutGradients(nn.Module<Tensor, Tensor> model, Tensor h) => new(() =>
    {
        using var off = no_grad();
        model.call(h).Dispose();
    });
}
