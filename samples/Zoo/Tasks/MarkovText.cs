using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Tasks;

/// <summary>Text in which a letter depends on the two before it, by chances that are drawn once: what is to be learned is known to be learnable, and how well.</summary>
public static class MarkovText
{
    /// <summary>How many letters there are, and how long a text is.</summary>
    public const long Kinds = 12, Places = 24;

    /// <summary>How many numbers a place comes with: its letter and where it stands, both one-hot.</summary>
    public const long Inputs = Kinds + Places;

    // How far the chances of letters are from equal: the standard deviation of their logarithms.
    private const double Contrast = 2;

    /// <summary>Draws texts.</summary>
    /// <param name="seed">What they are drawn from; the language is the same for all seeds.</param>
    /// <param name="count">How many.</param>
    /// <param name="device">Where the tensors live.</param>
    /// <returns>The texts, [count, Places, Inputs], and the letter that follows each place, [count, Places].</returns>
    public static (Tensor Texts, Tensor Next) Draw(int seed, long count, Device device)
    {
        using var scope = NewDisposeScope();
        using var ofLanguage = new Generator(0);
        using var generator = new Generator((ulong)seed);
        var chances = (Contrast * randn([Kinds * Kinds, Kinds], generator: ofLanguage)).softmax(-1);
        var letters = new List<Tensor> { randint(Kinds, [count], dtype: int64, generator: generator), randint(Kinds, [count], dtype: int64, generator: generator) };
        while (letters.Count <= Places)
        {
            letters.Add(chances[(letters[^2] * Kinds) + letters[^1]].multinomial(1, generator: generator).squeeze(-1));
        }

        var all = stack(letters, dim: 1);
        var where = functional.one_hot(arange(Places), Places).expand(count, Places, Places);
        var texts = cat([functional.one_hot(all[.., ..(int)Places], Kinds), where], -1).to(float32);
        return (texts.to(device).MoveToOuterDisposeScope(), all[.., 1..].to(device).MoveToOuterDisposeScope());
    }
}
