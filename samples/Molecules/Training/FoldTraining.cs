using System.Diagnostics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Molecules.Training;

/// <summary>Trains one model on one fold. Nothing in it draws from torch's random numbers, so that the order of the folds changes nothing.</summary>
/// <param name="settings">How.</param>
/// <param name="model">The model, with its first weights.</param>
/// <param name="data">The fold.</param>
/// <param name="seed">Of the order of the molecules.</param>
/// <param name="cancellation">Stops it.</param>
public sealed class FoldTraining(TrainingSettings settings, MoleculeModel model, FoldData data, int seed, CancellationToken cancellation)
{
    private const int JudgedAtOnce = 256;

    private readonly List<double> losses = [];
    private readonly List<double> testLosses = [];
    private readonly Stopwatch clock = new();

    /// <summary>The mean training loss of each epoch.</summary>
    public IReadOnlyList<double> Losses => losses;

    /// <summary>The mean loss on the other part after each epoch.</summary>
    public IReadOnlyList<double> TestLosses => testLosses;

    /// <summary>How long the training took.</summary>
    public double Seconds => clock.Elapsed.TotalSeconds;

    /// <summary>Trains through all epochs.</summary>
    /// <param name="epochDone">Told the loss of each epoch.</param>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public void Run(Action<double> epochDone)
    {
        var stepsPerEpoch = (data.TrainCount + settings.BatchSize - 1) / settings.BatchSize;
        using var optimizer = optim.Adam(model.parameters(), lr: settings.LearningRate);
        var schedule = optim.lr_scheduler.LambdaLR(optimizer, step => settings.RateAt(step, stepsPerEpoch));
        var order = new Random(seed);
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            clock.Start();
            losses.Add(Epoch(optimizer, schedule, order));
            clock.Stop();
            testLosses.Add(Mean(data.TestBatches(JudgedAtOnce), model.call, error => error.abs()));
            epochDone(losses[^1]);
        }
    }

    /// <summary>The error on the training part, in the units of the target.</summary>
    public double TrainRmse() => Rmse(data.TrainBatches(JudgedAtOnce), model.call);

    /// <summary>The error on the other part, in the units of the target.</summary>
    public double TestRmse() => Rmse(data.TestBatches(JudgedAtOnce), model.call);

    /// <summary>The error on the other part of saying the mean of the training part, which is 0 on the standardised scale.</summary>
    public double MeanRmse() => Rmse(data.TestBatches(JudgedAtOnce), batch => zeros([batch.Count, 1], device: batch.Atoms.device));

    private double Epoch(optim.Optimizer optimizer, optim.lr_scheduler.LRScheduler schedule, Random order)
    {
        var total = 0.0;
        foreach (var batch in data.TrainBatches(settings.BatchSize, order))
        {
            using (batch)
            {
                cancellation.ThrowIfCancellationRequested();
                total += Step(optimizer, batch) * batch.Molecules.Count;
                schedule.step();
            }
        }

        return total / data.TrainCount;
    }

    private double Step(optim.Optimizer optimizer, TargetBatch batch)
    {
        using var step = NewDisposeScope();
        optimizer.zero_grad();
        var loss = functional.l1_loss(model.call(batch.Molecules), batch.Targets);
        loss.backward();
        optimizer.step();
        return loss.item<float>();
    }

    private double Rmse(IEnumerable<TargetBatch> batches, Func<Graphs.MoleculeBatch, Tensor> predict)
        => Math.Sqrt(Mean(batches, predict, error => error.square())) * data.Target.Spread;

    private static double Mean(IEnumerable<TargetBatch> batches, Func<Graphs.MoleculeBatch, Tensor> predict, Func<Tensor, Tensor> measure)
    {
        var (sum, count) = (0.0, 0L);
        using var _ = no_grad();
        foreach (var batch in batches)
        {
            using (batch)
            using (NewDisposeScope())
            {
                sum += measure(predict(batch.Molecules).sub(batch.Targets)).sum().item<float>();
                count += batch.Molecules.Count;
            }
        }

        return sum / count;
    }
}
