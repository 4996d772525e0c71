using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Tasks;

/// <summary>Each place points at another: where does one come to who follows three of them? A place knows of one, and of two once it has looked where that leads; for the third it has to look again.</summary>
public static class ThreeHops
{
    /// <summary>How many places there are.</summary>
    public const long Places = 12;

    /// <summary>How many numbers a place comes with: where it points and where it stands, both one-hot.</summary>
    public const long Inputs = 2 * Places;

    /// <summary>Draws pointers from the random numbers of the process.</summary>
    /// <returns>The pointers, [count, Places, Inputs], and where three of them lead, [count, Places].</returns>
    public static (Tensor Pointers, Tensor Ends) Draw(long count, Device device)
    {
        var next = randint(Places, [count, Places], dtype: int64, device: device);
        var where = functional.one_hot(arange(Places, device: device), Places).expand(count, Places, Places);
        return (cat([functional.one_hot(next, Places), where], -1).to(float32), next.gather(1, next.gather(1, next)));
    }
}
