using Benchmarks.Peers;
using Benchmarks.Timing;
using static TorchSharp.torch;

namespace Benchmarks.Depth;

/// <summary>The generated pass over its floor, over hand-written loops, and over PyTorch's and C++'s own.</summary>
internal sealed class DepthSuite(Results results, int pairs, PeerGroup peers, string suffix = "", TimeSpan pause = default)
{
    private static readonly (int Width, int Batch, double Infer, double Train, double InferPeer, double TrainPeer)[] Sizes =
    [
        (16, 8, 1.35, 1.15, 0.70, 0.85),
        (64, 64, 1.10, 1.06, 0.80, 0.95),
        (256, 256, 1.03, 1.04, 1.00, 1.00),
    ];

    public void Run()
    {
        foreach (var size in Sizes)
        {
            using var scope = NewDisposeScope();
            manual_seed(1);
            var model = new EulerMlp(size.Width);
            var h = randn(size.Batch, size.Width);
            var leaf = randn(size.Batch, size.Width, requires_grad: true);
            var infer = WithoutGradients(() => model.call(h).Dispose());
            var train = new Work(() => Train(model, h));
            Add($"infer_over_f_{size.Width}", Ratio.Measure(infer, WithoutGradients(() => Loops.Floor(model, h)), pairs, pause), size.Infer, "generated forward / its evaluations of F alone");
            Add($"infer_written_over_f_{size.Width}", Ratio.Measure(WithoutGradients(() => Loops.AsWritten(model, h).Dispose()), WithoutGradients(() => Loops.Floor(model, h)), pairs, pause), null, "loop as users write it / F alone");
            Add($"infer_careful_over_f_{size.Width}", Ratio.Measure(WithoutGradients(() => Loops.Careful(model, h).Dispose()), WithoutGradients(() => Loops.Floor(model, h)), pairs, pause), null, "loop with every temporary disposed / F alone");
            Add($"train_over_f_{size.Width}", Ratio.Measure(train, new Work(() => TrainFloor(model, h, leaf)), pairs, pause), size.Train, "generated forward and backward / F's alone");
            ComparePeers(size.Width, infer, train, size.InferPeer, size.TrainPeer);
            if (size.Width == 16)
            {
                CompareSolvers(infer, h);
            }
        }
    }

    private void ComparePeers(int width, IWork infer, IWork train, double inferBar, double trainBar)
    {
        Compare($"infer_vs_pytorch_{width}", infer, peers.Python, $"infer_{width}", inferBar, "generated forward / PyTorch's loop");
        Compare($"train_vs_pytorch_{width}", train, peers.Python, $"train_{width}", trainBar, "with backward / PyTorch's loop");
        if (width == 16)
        {
            Compare("infer_vs_cpp_16", infer, peers.Cpp, "infer_16", 1.25, "generated forward / the plain loop in C++");
        }
    }

    private void CompareSolvers(IWork euler, Tensor h)
    {
        Compare("infer_vs_torchdiffeq_euler_16", euler, peers.Python, "euler_16", 0.25, "generated Euler / torchdiffeq's");
        var model = new ThreeEighthsMlp(16);
        Compare("infer_vs_torchdiffeq_rk4_16", WithoutGradients(() => model.call(h).Dispose()), peers.Python, "rk4_16", 0.35, "generated ThreeEighths / torchdiffeq's rk4");
    }

    private void Compare(string name, IWork work, PeerProcess? peer, string peerWork, double bar, string what)
    {
        if (peer?.Names.Contains(peerWork) == true)
        {
            Add(name, Ratio.Measure(work, peer.Work(peerWork), pairs, pause), bar, what);
        }
        else
        {
            results.Skip(name + suffix, $"{what}: this machine has no such peer");
        }
    }

    /// <summary>The bars are for one thread.</summary>
    private void Add(string name, Ratio ratio, double? bar, string what) => results.Add(name + suffix, ratio, suffix.Length == 0 ? bar : null, what);

    private static Work WithoutGradients(Action run)
        => new(() =>
        {
            using var off = no_grad();
            run();
        });

    private static void Train(Mlp model, Tensor h)
    {
        model.zero_grad();
        using var end = model.call(h);
        using var loss = end.sum();
        loss.backward();
    }

    private static void TrainFloor(Mlp model, Tensor h, Tensor leaf)
    {
        model.zero_grad();
        leaf.grad = null;
        Loops.TrainingFloor(model, h, leaf);
    }
}
