using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Tasks;

/// <summary>Sudoku of 4 × 4 cells with 4 to 6 of them given and one solution. Of the 288 grids a quarter is held out.</summary>
/// <param name="Cells">What is given, one-hot with 0 for an empty cell, and which row, column and box a cell is in; (batch, 16, 17).</param>
/// <param name="Peers">0 where two cells share a row, a column or a box, -∞ elsewhere, (16, 16).</param>
/// <param name="Solution">The grid, 0 to 3 in each cell, (batch, 16).</param>
public sealed record Sudoku(Tensor Cells, Tensor Peers, Tensor Solution)
{
    /// <summary>How many features a cell has.</summary>
    public const long Inputs = 17;

    private const int HeldOut = 72;
    private static readonly Random Order = new(0);
    private static readonly long[][] Grids = [.. From([]).OrderBy(_ => Order.Next())];

    /// <summary>How many puzzles there are.</summary>
    public long Count => Solution.shape[0];

    /// <summary>Some of the puzzles.</summary>
    public Sudoku this[Tensor rows] => new(Cells[rows], Peers, Solution[rows]);

    /// <summary>Draws puzzles to train with.</summary>
    /// <param name="candidates">How many are drawn; those with one solution are kept.</param>
    /// <param name="device">Where the tensors live.</param>
    public static Sudoku Draw(long candidates, Device device) => Of(randint(HeldOut, Grids.Length, [candidates], device: device));

    /// <summary>Draws puzzles of grids that are never trained with.</summary>
    public static Sudoku Unseen(long candidates, Device device) => Of(randint(HeldOut, [candidates], device: device));

    /// <summary>The loss of what is read off the cells, (batch, 16, 4).</summary>
    public Tensor Loss(Tensor read) => functional.cross_entropy(read.flatten(0, 1), Solution.flatten());

    /// <summary>The share of puzzles of which every cell is right.</summary>
    public Tensor Solved(Tensor read) => read.argmax(-1).eq(Solution).all(-1).to(float32).mean();

    private static Sudoku Of(Tensor number)
    {
        var device = number.device;
        using var grids = tensor(Grids.SelectMany(grid => grid).ToArray(), [Grids.Length, 16], device: device);
        var solution = grids[number];
        var isGiven = rand(number.shape[0], 16, device: device).argsort(-1).argsort(-1) < randint(4, 7, [number.shape[0], 1], device: device);
        var isUnique = (grids.eq(solution.unsqueeze(1)) | isGiven.logical_not().unsqueeze(1)).all(-1).sum(-1) == 1;
        var given = functional.one_hot((solution + 1) * isGiven.to(int64), 5).to(float32);
        var cell = arange(16, device: device);
        var (row, column) = (cell.div(4, rounding_mode: RoundingMode.floor), cell.remainder(4));
        var box = row.div(2, rounding_mode: RoundingMode.floor) * 2 + column.div(2, rounding_mode: RoundingMode.floor);
        var where = functional.one_hot(stack([row, column, box], -1), 4).flatten(1).to(float32);
        var arePeers = row.eq(row.unsqueeze(1)) | column.eq(column.unsqueeze(1)) | box.eq(box.unsqueeze(1));
        var peers = zeros(16, 16, device: device).masked_fill(arePeers.logical_not(), double.NegativeInfinity);
        return new(cat([given, where.expand(number.shape[0], 16, 12)], -1)[isUnique], peers, solution[isUnique]);
    }

    /// <summary>All grids that begin with these cells.</summary>
    private static IEnumerable<long[]> From(long[] cells) => cells.Length == 16
        ? [cells]
        : Enumerable.Range(0, 4).Where(digit => Fits(cells, digit)).SelectMany(digit => From([.. cells, digit]));

    private static bool Fits(long[] cells, long digit)
    {
        var (row, column) = (cells.Length / 4, cells.Length % 4);
        return !cells.Where((other, cell) => other == digit && (cell / 4 == row || cell % 4 == column || (cell / 8 == row / 2 && cell % 4 / 2 == column / 2))).Any();
    }
}
