using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests.Subjects;

/// <summary>An instance of an annotated class under test.</summary>
internal sealed class Subject<T>(T module) : IDisposable
    where T : nn.Module
{
    private readonly IEmitted emitted = (IEmitted)module;

    public T Module { get; } = module;

    /// <summary>Whether the block takes a context beside the state.</summary>
    public bool HasContext { get; } = module is nn.Module<Tensor, Tensor, Tensor>;

    public ScorePlan Plan => emitted.Plan;

    public Tensor Forward(Tensor h, Tensor? context = null) => emitted.Forward(h, context!);

    public Tensor ForwardSteps(int steps, Tensor h, Tensor? context = null) => emitted.ForwardSteps(steps, h, context!);

    public Tensor[] States(Tensor h, Tensor? context = null) => emitted.States(h, context!);

    public ScoreTrace Trace(Tensor h, Tensor? context = null) => emitted.Trace(h, context!);

    public void Dispose() => Module.Dispose();
}
