using Benchmarks.Peers;
using Benchmarks.Timing;
using static TorchSharp.torch;

namespace Benchmarks.Depth;

/// <summary>The generated pass over its floor, over hand-written loops, and over PyTorch's and C++'s own.</summary>
internal sealed class DepthSuite(Results results, int pairs, PeerGroup peers)
{
    private static readonly Size[] Sizes =
    [
        new(16, 8, OverF: 1.28, OverWritten: 0.75, OverCareful: 0.98, TrainOverWritten: 0.90),
        new(64, 64, OverF: 1.06, OverWritten: 0.90, OverCareful: 0.98, TrainOverWritten: 0.96),
        new(256, 256, OverF: 1.02, OverWritten: 0.98, OverCareful: 1.00, TrainOverWritten: 1.01),
    ];

    public void Run()
    {
        foreach (var size in Sizes)
        {
            using var scope = NewDisposeScope();
            manual_seed(1);
            var model = new EulerMlp(size.Width);
            var h = randn(size.Batch, size.Width);
            var infer = WithoutGradients(() => model.call(h).Dispose());
            var train = new Work(() => Train(model, h, model.call));
            CompareLoops(size, model, h, infer, train);
            ComparePeers(size.Width, infer, train);
            if (size.Width == 16)
            {
                CompareSolvers(infer, h);
            }
        }
    }

    private void CompareLoops(Size size, EulerMlp model, Tensor h, IWork infer, IWork train)
    {
        var leaf = randn(size.Batch, size.Width, requires_grad: true);
        var floor = WithoutGradients(() => Loops.Floor(model, h));
        var written = WithoutGradients(() => Loops.AsWritten(model, h).Dispose());
        var careful = WithoutGradients(() => Loops.Careful(model, h).Dispose());
        var trainWritten = new Work(() => Train(model, h, state => Loops.AsWritten(model, state)));
        var trainFloor = new Work(() => TrainFloor(model, h, leaf));
        Add($"infer_over_f_{size.Width}", infer, floor, size.OverF, "generated forward / its evaluations of F alone");
        Add($"infer_over_written_{size.Width}", infer, written, size.OverWritten, "generated forward / the loop as users write it");
        Add($"infer_over_careful_{size.Width}", infer, careful, size.OverCareful, "generated forward / the loop with every temporary disposed");
        Add($"train_over_f_{size.Width}", train, trainFloor, null, "generated forward and backward / F's alone");
        Add($"train_over_written_{size.Width}", train, trainWritten, size.TrainOverWritten, "generated forward and backward / the loop's as users write it");
    }

    private void ComparePeers(int width, IWork infer, IWork train)
    {
        Compare($"infer_vs_pytorch_{width}", infer, peers.Python, $"infer_{width}", "generated forward / PyTorch's loop");
        Compare($"train_vs_pytorch_{width}", train, peers.Python, $"train_{width}", "with backward / PyTorch's loop");
        if (width == 16)
        {
            Compare("infer_vs_cpp_16", infer, peers.Cpp, "infer_16", "generated forward / the plain loop in C++");
        }
    }

    private void CompareSolvers(IWork euler, Tensor h)
    {
        Compare("infer_vs_torchdiffeq_euler_16", euler, peers.Python, "euler_16", "generated Euler / torchdiffeq's");
        var model = new ThreeEighthsMlp(16);
        Compare("infer_vs_torchdiffeq_rk4_16", WithoutGradients(() => model.call(h).Dispose()), peers.Python, "rk4_16", "generated ThreeEighths / torchdiffeq's rk4");
    }

    private void Compare(string name, IWork work, PeerProcess? peer, string peerWork, string what)
    {
        if (peer?.Names.Contains(peerWork) == true)
        {
            Add(name, work, peer.Work(peerWork), null, what);
        }
        else
        {
            results.Skip(name, $"{what}: this machine has no such peer");
        }
    }

    private void Add(string name, IWork work, IWork baseline, double? bar, string what)
        => results.Add(name, Ratio.Measure(work, baseline, pairs), bar, what);

    private static Work WithoutGradients(Action run)
        => new(() =>
        {
            using var off = no_grad();
            run();
        });

    private static void Train(Mlp model, Tensor h, Func<Tensor, Tensor> forward)
    {
        model.zero_grad();
        using var end = forward(h);
        using var loss = end.sum();
        loss.backward();
    }

    private static void TrainFloor(Mlp model, Tensor h, Tensor leaf)
    {
        model.zero_grad();
        leaf.grad = null;
        Loops.TrainingFloor(model, h, leaf);
    }

    /// <summary>Width and batch of the state, and what the ratios may be at most.</summary>
    private sealed record Size(int Width, int Batch, double OverF, double OverWritten, double OverCareful, double TrainOverWritten);
}
