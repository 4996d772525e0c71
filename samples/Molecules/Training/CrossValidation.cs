using Molecules.Splits;
using Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace Molecules.Training;

/// <summary>Trains a contender on the folds of a data set, side by side where the device is a processor.</summary>
public sealed class CrossValidation(TrainingSettings settings, GraphSet data, SplitKind split, Device device, CancellationToken cancellation)
{
    /// <summary>Trains on every fold that is judged; the same seed on the same machine gives the same results.</summary>
    /// <param name="contender">What is trained.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="epochDone">Told fold and loss after each epoch, by one thread at a time.</param>
    /// <returns>The results, in the order of the folds.</returns>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public IReadOnlyList<FoldResult> Run(Contender contender, int seed, Action<int, double> epochDone)
    {
        var folds = split.Divide([.. data.Rows.Select(row => row.Molecule)], settings.Folds, seed);
        using var models = new ModelSet(contender, settings, data.DescriptorCount, device, seed);
        var results = new FoldResult[settings.JudgedFolds];
        var turn = new Lock();
        var atOnce = 1;
        if (device.type == DeviceType.CPU)
        {
            ThreadPools.Restrict();
            atOnce = Environment.ProcessorCount;
        }

        Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation }, fold =>
            results[fold] = Train(contender, models[fold], folds[fold], seed, fold, loss =>
            {
                lock (turn)
                {
                    epochDone(fold, loss);
                }
            }));
        return results;
    }

    private FoldResult Train(Contender contender, MoleculeModel model, Fold fold, int seed, int number, Action<double> epochDone)
    {
        var training = new FoldTraining(settings, model, new FoldData(data, fold, device), seed + number, cancellation);
        training.Run(epochDone);
        return new FoldResult(
            contender.Name,
            split.Name,
            seed,
            number,
            model.parameters().Sum(parameter => parameter.numel()),
            contender.Depth.Plan.Evaluations,
            training.Seconds,
            training.TrainRmse(),
            training.TestRmse(),
            training.MeanRmse(),
            training.Losses);
    }
}
