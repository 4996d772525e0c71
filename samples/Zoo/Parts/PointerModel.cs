using TorchSharp.Modules;
using Zoo.Tasks;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Parts;

/// <summary>Embeds what each place of a string of pointers is, says and asks, and reads a place off a state.</summary>
/// <typeparam name="T">The depth between.</typeparam>
public sealed class PointerModel<T> : Module
    where T : Module
{
    private readonly Embedding place, hops;
    private readonly LayerNorm norm;
    private readonly Linear embed, head;
    private readonly T depth;

    /// <param name="depth">The depth between.</param>
    /// <param name="width">The width of the state.</param>
    /// <param name="places">How many places a string has.</param>
    /// <param name="most">The most hops that are asked for.</param>
    public PointerModel(T depth, long width, long places, long most)
        : base(nameof(PointerModel<T>))
    {
        this.depth = depth;
        place = Embedding(places, width);
        hops = Embedding(most + 1, width);
        embed = Linear(3 * width, width);
        norm = LayerNorm(width);
        head = Linear(width, places);
        RegisterComponents();
    }

    /// <summary>What a depth makes of the embedded tokens.</summary>
    public TResult Through<TResult>(Pointers asked, Func<T, Tensor, TResult> through)
    {
        var pointer = place.call(asked.Places);
        return through(depth, embed.call(cat([place.weight!.expand_as(pointer), pointer, hops.call(asked.Hops)], -1)));
    }

    /// <summary>The cross-entropy of each token's answer, read off a state.</summary>
    public Tensor Losses(Tensor h, Pointers asked) => functional.cross_entropy(Answer(h).transpose(1, 2), asked.Goals, reduction: Reduction.None);

    /// <summary>1 for each token whose answer is right, and 0 for the others.</summary>
    public Tensor Right(Tensor h, Pointers asked) => Answer(h).argmax(-1).eq(asked.Goals).to(ScalarType.Float64);

    private Tensor Answer(Tensor h) => head.call(norm.call(h));
}
