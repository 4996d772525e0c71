using TorchSharp;
using Zoo.Parts;
using Zoo.Tasks;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Training;

/// <summary>Training by segments: the weights are updated after each pass, and the next pass begins where it ended, with the graph cut between them.</summary>
public static class SudokuSegments
{
    private const int Batch = 32, Asked = 8;

    /// <summary>Trains on Sudoku, and solves puzzles of grids that were never seen.</summary>
    /// <param name="trial">The seed, and how much to train.</param>
    /// <param name="width">The width of answers and thoughts.</param>
    /// <param name="depth">Makes the model.</param>
    /// <param name="segments">After how many passes new puzzles are begun.</param>
    /// <param name="pass">A pass: the next answer and thought from those before, the puzzle, and which cells see each other.</param>
    /// <typeparam name="T">The model.</typeparam>
    /// <returns>The share of puzzles that are solved after each of 8 passes.</returns>
    public static double[] Solved<T>(Trial trial, long width, Func<T> depth, int segments, Func<T, Tensor, Tensor, Tensor, Tensor, (Tensor, Tensor)> pass)
        where T : Module
    {
        using var scope = NewDisposeScope();
        var model = trial.Make(() => new Reader<T>(depth(), Sudoku.Inputs, width, outputs: 4));
        var puzzles = Sudoku.Draw(8192, trial.Device);
        var (rows, y) = (zeros([Batch], int64, trial.Device), zeros(Batch, 16, width, device: trial.Device));
        var z = y.clone();
        trial.Train(model, trial.Updates(quick: 240, otherwise: 1000), 3e-3, update =>
        {
            if (update % segments == 0)
            {
                rows.copy_(randint(puzzles.Count, [Batch], device: trial.Device));
                y.zero_();
                z.zero_();
            }

            var batch = puzzles[rows];
            var (answer, thought) = pass(model.Depth, y.clone(), z.clone(), model.Embed(batch.Cells), batch.Peers);
            y.copy_(answer.detach());
            z.copy_(thought.detach());
            return batch.Loss(model.Head(answer));
        });
        using var _ = no_grad();
        var unseen = Sudoku.Unseen(4096, trial.Device);
        var x = model.Embed(unseen.Cells);
        (y, z) = (zeros_like(x), zeros_like(x));
        return [.. Enumerable.Range(0, Asked).Select(_ =>
        {
            (y, z) = pass(model.Depth, y, z, x, unseen.Peers);
            return unseen.Solved(model.Head(y)).ToDouble();
        })];
    }
}
