using Benchmarks.Timing;
using TorchSharp;
using static TorchSharp.torch;

namespace Benchmarks.Depth;

/// <summary>The generated pass over its floor and over hand-written loops, on the processor or on a GPU.</summary>
internal sealed class LoopSuite
{
    private static readonly Size[] OnProcessor =
    [
        new(16, 8, OverF: 1.28, OverWritten: 0.75, OverCareful: 0.98, TrainOverWritten: 0.90),
        new(64, 64, OverF: 1.06, OverWritten: 0.90, OverCareful: 0.98, TrainOverWritten: 0.96),
        new(256, 256, OverF: 1.02, OverWritten: 0.98, OverCareful: 1.00, TrainOverWritten: 1.01),
    ];

    private static readonly Size[] OnGpu = [new(16, 8), new(256, 256), new(2048, 2048)];

    private readonly Results results;
    private readonly int pairs;
    private readonly Device device;
    private readonly bool isGpu;

    public LoopSuite(Results results, int pairs, Device device)
        => (this.results, this.pairs, this.device, isGpu) = (results, pairs, device, device.type == DeviceType.CUDA);

    public void Run()
    {
        foreach (var size in isGpu ? OnGpu : OnProcessor)
        {
            using var scope = NewDisposeScope();
            manual_seed(1);
            var model = new EulerMlp(size.Width);
            model.to(device);
            Compare(size, model, randn(size.Batch, size.Width, device: device));
        }
    }

    private void Compare(Size size, EulerMlp model, Tensor h)
    {
        var leaf = randn(size.Batch, size.Width, device: device, requires_grad: true);
        var infer = Inference(() => model.call(h).Dispose());
        var train = Training(model, () => Loops.Train(h, model.call));
        Add("infer_over_f", infer, Inference(() => Loops.Floor(model, h)), size.OverF, "generated forward / its evaluations of F alone");
        Add("infer_over_written", infer, Inference(() => Loops.AsWritten(model, h).Dispose()), size.OverWritten, "generated forward / the loop as users write it");
        Add("infer_over_careful", infer, Inference(() => Loops.Careful(model, h).Dispose()), size.OverCareful, "generated forward / the loop with every temporary disposed");
        Add("train_over_f", train, Training(model, () => Loops.TrainingFloor(model, h, leaf)), null, "generated forward and backward / F's alone");
        Add("train_over_written", train, Training(model, () => Loops.Train(h, state => Loops.AsWritten(model, state))), size.TrainOverWritten, "generated forward and backward / the loop's as users write it");

        void Add(string name, Work work, Work baseline, double? bar, string what)
            => results.Add($"{(isGpu ? "gpu_" : "")}{name}_{size.Width}", Ratio.Measure(work, baseline, pairs), bar, what);
    }

    private Work Inference(Action run) => On(() =>
    {
        using var off = no_grad();
        run();
    });

    private Work Training(Mlp model, Action run) => On(() =>
    {
        model.zero_grad();
        run();
    });

    /// <summary>A GPU works on while the program goes on: what was asked of it is waited for.</summary>
    private Work On(Action run) => isGpu ? new Work(run, () => cuda.synchronize()) : new Work(run);

    /// <summary>Width and batch of the state, and what the ratios may be at most.</summary>
    private sealed record Size(int Width, int Batch, double? OverF = null, double? OverWritten = null, double? OverCareful = null, double? TrainOverWritten = null);
}
