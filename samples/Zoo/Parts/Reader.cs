using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Parts;

/// <summary>A linear map into the state, a depth, and a linear map out of it, with a norm before it or without.</summary>
/// <typeparam name="T">The depth between.</typeparam>
public sealed class Reader<T> : Module
    where T : Module
{
    private readonly Linear embed, head;
    private readonly Module<Tensor, Tensor> norm;
    private readonly T depth;

    /// <param name="depth">The depth between.</param>
    /// <param name="inputs">How many features a place comes with.</param>
    /// <param name="width">The width of the state.</param>
    /// <param name="outputs">How many numbers are read off a place.</param>
    /// <param name="isNormed">Whether a state is normed before it is read.</param>
    public Reader(T depth, long inputs, long width, long outputs = 1, bool isNormed = true)
        : base(nameof(Reader<T>))
    {
        this.depth = depth;
        embed = Linear(inputs, width);
        norm = isNormed ? LayerNorm(width) : Identity();
        head = Linear(width, outputs);
        RegisterComponents();
    }

    /// <summary>The depth between.</summary>
    public T Depth => depth;

    /// <summary>The state at the start.</summary>
    public Tensor Embed(Tensor x) => embed.call(x);

    /// <summary>What is read off a state.</summary>
    public Tensor Head(Tensor h) => head.call(norm.call(h));

    /// <summary>What is read off the state after the depth.</summary>
    public Tensor Read(Tensor x, Func<Tensor, Tensor> through) => Head(through(Embed(x)));
}
