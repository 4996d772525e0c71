using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Parts;

/// <summary>A depth between an encoder, whose result is injected at every step, and a head. The state starts at zero, or at what is injected. Tensors are [count, features, places].</summary>
public sealed class InjectedModel<TDepth> : Module<Tensor, Tensor>
    where TDepth : Module<Tensor, Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> encoder;
    private readonly TDepth depth;
    private readonly Conv1d head;

    /// <param name="encoder">What makes of the input what is injected.</param>
    /// <param name="depth">What goes over the state and what is injected.</param>
    /// <param name="width">The features of the state; one number for each place comes out.</param>
    public InjectedModel(Module<Tensor, Tensor> encoder, TDepth depth, long width)
        : base(nameof(InjectedModel<>))
    {
        this.encoder = encoder;
        this.depth = depth;
        head = Conv1d(width, 1, 1L);
        RegisterComponents();
    }

    /// <summary>Whether the state starts at what is injected.</summary>
    public bool StartsAtInput { get; init; }

    /// <summary>What goes over the state.</summary>
    public TDepth Depth => depth;

    /// <summary>What is injected.</summary>
    public Tensor Encode(Tensor input) => encoder.call(input);

    /// <summary>What a state says.</summary>
    public Tensor Read(Tensor state) => head.call(state);

    public override Tensor forward(Tensor input)
    {
        var x = Encode(input);
        return Read(depth.call(StartsAtInput ? x : zeros_like(x), x));
    }
}
