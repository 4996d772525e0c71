using Molecules.Data;
using Molecules.Graphs;
using Molecules.Splits;
using static TorchSharp.torch;

namespace Molecules.Training;

/// <summary>A fold as numbers; the means and spreads are those of its training part alone.</summary>
public sealed class FoldData
{
    private readonly IReadOnlyList<MoleculeGraph> graphs;
    private readonly float[][] descriptors;
    private readonly double[] solubilities;
    private readonly Fold fold;
    private readonly Device device;

    /// <param name="data">The whole data set.</param>
    /// <param name="fold">Which part is for training.</param>
    /// <param name="device">Where the tensors live.</param>
    public FoldData(GraphSet data, Fold fold, Device device)
    {
        (graphs, solubilities, this.fold, this.device) = (data.Graphs, data.Solubilities, fold, device);
        Target = Scale.Of(fold.Train.Select(row => data.Solubilities[row]));
        var scales = Enumerable.Range(0, data.DescriptorCount).Select(column => Scale.Of(fold.Train.Select(row => data.Descriptors[row][column]))).ToArray();
        descriptors = [.. data.Descriptors.Select(row => row.Select((value, column) => scales[column].Apply(value)).ToArray())];
    }

    /// <summary>The scale of the target.</summary>
    public Scale Target { get; }

    public int TrainCount => fold.Train.Count;

    /// <summary>The training part in a new order, batch by batch. Dispose of each.</summary>
    public IEnumerable<TargetBatch> TrainBatches(int size, Random order)
    {
        var rows = fold.Train.ToArray();
        order.Shuffle(rows);
        return rows.Chunk(size).Select(Batch);
    }

    /// <summary>The training part as it stands, batch by batch. Dispose of each.</summary>
    public IEnumerable<TargetBatch> TrainBatches(int size) => fold.Train.Chunk(size).Select(Batch);

    /// <summary>The part to be judged by, batch by batch. Dispose of each.</summary>
    public IEnumerable<TargetBatch> TestBatches(int size) => fold.Test.Chunk(size).Select(Batch);

    private TargetBatch Batch(int[] rows)
    {
        var batch = new MoleculeBatch([.. rows.Select(row => graphs[row])], [.. rows.Select(row => descriptors[row])], device);
        var targets = tensor(rows.Select(row => Target.Apply(solubilities[row])).ToArray(), new long[] { rows.Length, 1 }, device: device);
        return new TargetBatch(batch, targets.DetachFromDisposeScope());
    }
}
