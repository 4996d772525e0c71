using Samples.CommandLine;
using Zoo.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Tasks;

/// <summary>Corridors of cells, some of them walls, and one treasure: what is a cell worth, when each step to the treasure costs a share? The worths are the fixed point of a map that contracts by that share.</summary>
public static class Corridor
{
    /// <summary>What a cell is: free, wall or treasure, one-hot.</summary>
    public const long Kinds = 3;

    private const double Walls = 0.08;
    private const double Discount = 0.85;

    /// <returns>The cells, [count, Kinds, places], and their worths from 0 to 1, [count, 1, places].</returns>
    public static (Tensor Cells, Tensor Worths) Draw(long count, long places, Device device)
    {
        var treasure = functional.one_hot(randint(places, count, device: device), places);
        var wall = (rand(count, places, device: device) < Walls).to(ScalarType.Int64) * (1 - treasure);
        var (isTreasure, isOpen) = (treasure.@float(), 1 - wall.@float());
        var worths = isTreasure;
        for (var step = 1; step < places; step++)
        {
            worths = maximum(isTreasure, Discount * isOpen * functional.max_pool1d(functional.pad(worths, [1, 1]), 3, 1));
        }

        return (functional.one_hot(wall + (2 * treasure), Kinds).transpose(1, 2).@float(), worths.unsqueeze(1));
    }

    /// <summary>The squared error of a model over corridors that are drawn for it.</summary>
    public static Tensor Loss(Module<Tensor, Tensor> model, long count, long places, Device device)
    {
        var (cells, worths) = Draw(count, places, device);
        return functional.mse_loss(model.call(cells), worths);
    }

    /// <summary>The root of the mean squared error over corridors that are the same for all models.</summary>
    public static double Error(Module<Tensor, Tensor> model, long places, Device device)
    {
        Devices.Seed(1000);
        return Math.Sqrt(Trial.Measure(() => Loss(model, 1024, places, device)));
    }
}
