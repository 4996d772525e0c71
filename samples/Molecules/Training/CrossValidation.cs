using Molecules.Splits;
using TorchSharp;
using static TorchSharp.torch;

namespace Molecules.Training;

/// <summary>
/// Trains a contender on the folds of a data set, one after another: on several threads at once TorchSharp 0.107 frees numbers that libtorch is still
/// reading.
/// </summary>
public sealed class CrossValidation(TrainingSettings settings, GraphSet data, SplitKind split, Device device, CancellationToken cancellation)
{
    /// <summary>Trains on every fold that is judged; the same seed on the same machine gives the same results.</summary>
    /// <param name="contender">What is trained.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="epochDone">Told fold and loss after each epoch.</param>
    /// <returns>The results, in the order of the folds.</returns>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public IReadOnlyList<FoldResult> Run(Contender contender, int seed, Action<int, double> epochDone)
    {
        var folds = split.Divide([.. data.Rows.Select(row => row.Molecule)], settings.Folds, seed);
        var results = new FoldResult[settings.JudgedFolds];
        // An operator on a batch of molecules is done before a second thread is awake.
        set_num_threads(1);
        manual_seed(seed);
        for (var fold = 0; fold < results.Length; fold++)
        {
            var number = fold;
            using var model = contender.Build(settings.Width, data.DescriptorCount).to(device);
            results[fold] = Train(contender, model, folds[fold], seed, fold, loss => epochDone(number, loss));
        }

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
