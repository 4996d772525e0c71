using Molecules.Splits;
using Samples.CommandLine;
using Samples.Shares;
using TorchSharp;
using static TorchSharp.torch;

namespace Molecules.Training;

/// <summary>
/// Trains a contender on the folds of a data set, one after another: on several threads at once TorchSharp 0.107 frees numbers that libtorch is still
/// reading.
/// </summary>
public sealed class CrossValidation(TrainingSettings settings, GraphSet data, SplitKind split, Device device, CancellationToken cancellation)
{
    /// <summary>Trains on some folds of one contender and one seed; the same seed on the same machine gives the same results, whatever folds there are beside it.</summary>
    /// <param name="judged">The folds, in order.</param>
    /// <param name="epochDone">Told fold and loss after each epoch.</param>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public IEnumerable<Numbered<FoldResult>> Run(IReadOnlyList<Numbered<JudgedFold>> judged, Action<JudgedFold, double> epochDone)
    {
        var seed = judged[0].Training.Seed;
        var parts = split.Divide([.. data.Rows.Select(row => row.Molecule)], settings.Folds, seed);
        // An operator on a batch of molecules is done before a second thread is awake.
        set_num_threads(1);
        Devices.Seed(seed);
        var drawn = 0;
        foreach (var (index, fold) in judged)
        {
            using var model = Draw(fold, ref drawn);
            yield return new(index, Train(fold, model, parts[fold.Fold], loss => epochDone(fold, loss)));
        }
    }

    /// <summary>The first weights of a fold come after those of the folds before, whether those are trained here or not.</summary>
    private MoleculeModel Draw(JudgedFold fold, ref int drawn)
    {
        for (; drawn < fold.Fold; drawn++)
        {
            fold.Contender.Build(settings.Width, data.DescriptorCount).Dispose();
        }

        drawn++;
        return fold.Contender.Build(settings.Width, data.DescriptorCount).to(device);
    }

    private FoldResult Train(JudgedFold fold, MoleculeModel model, Fold part, Action<double> epochDone)
    {
        var training = new FoldTraining(settings, model, new FoldData(data, part, device), fold.Seed + fold.Fold, cancellation);
        training.Run(epochDone);
        return new FoldResult(
            fold.Contender.Name,
            split.Name,
            fold.Seed,
            fold.Fold,
            model.parameters().Sum(parameter => parameter.numel()),
            fold.Contender.Depth.Plan.Evaluations,
            training.Seconds,
            training.TrainRmse(),
            training.TestRmse(),
            training.MeanRmse(),
            training.Losses,
            training.TestLosses);
    }
}
