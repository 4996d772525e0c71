using System.Diagnostics;
using NanoGpt.Checkpoints;
using NanoGpt.Data;
using Samples.Progress;
using static TorchSharp.torch;

namespace NanoGpt.Training;

/// <summary>Does one training, from its beginning or from a checkpoint.</summary>
/// <param name="key">Which training.</param>
/// <param name="checkpoints">Where its checkpoints go.</param>
/// <param name="device">Where the tensors live.</param>
/// <param name="cancellation">Stops it, with a checkpoint.</param>
public sealed class GptTraining(TrainingKey key, CheckpointFolder checkpoints, Device device, CancellationToken cancellation)
{
    private readonly TrainingSettings settings = key.Settings;

    /// <summary>Trains through all iterations; the same seed on the same machine gives the same result, whether it was stopped between or not.</summary>
    /// <param name="from">Where to go on; null at the beginning.</param>
    /// <param name="bar">Advanced by each iteration and by the last judgement.</param>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public RunResult Run(Checkpoint? from, ILiveBar bar)
    {
        using var train = tensor(key.Corpus.Train, device: device);
        using var validation = tensor(key.Corpus.Validation, device: device);
        using var state = new TrainingState(key, device);
        if (from is not null)
        {
            state.Restore(from);
        }

        var judge = new Judge(validation, settings.Context);
        Train(state, new Batches(train, settings.BatchSize, settings.Context, state.Random), judge, bar);
        var result = RunResult.Of(key, state, judge.Loss(state.Model));
        bar.Advance(FormattableString.Invariant($"seed {key.Seed}, validation loss {result.ValidationLoss:0.000}"));
        return result;
    }

    private void Train(TrainingState state, Batches batches, Judge judge, ILiveBar bar)
    {
        while (state.Iteration < settings.Iterations)
        {
            if (cancellation.IsCancellationRequested)
            {
                checkpoints.Save(state.Capture());
                throw new OperationCanceledException(cancellation);
            }

            var loss = Timed(state, batches);
            state.History = state.History.Add(loss);
            if (IsDue(state.Iteration, settings.JudgeEvery))
            {
                state.History = state.History.Close(state.Iteration, judge.Loss(state.Model, settings.JudgedBatches * settings.BatchSize));
            }

            if (IsDue(state.Iteration, settings.CheckpointEvery))
            {
                checkpoints.Save(state.Capture());
            }

            bar.Advance(FormattableString.Invariant($"seed {key.Seed}, loss {loss:0.000}"));
        }
    }

    private bool IsDue(int iteration, int every) => iteration % every == 0 || iteration == settings.Iterations;

    private double Timed(TrainingState state, Batches batches)
    {
        var start = Stopwatch.GetTimestamp();
        var loss = Step(state, batches);
        state.Elapsed += Stopwatch.GetElapsedTime(start);
        state.Iteration++;
        return loss;
    }

    private double Step(TrainingState state, Batches batches)
    {
        using var step = NewDisposeScope();
        foreach (var group in state.Optimizer.ParamGroups)
        {
            group.LearningRate = settings.RateAt(state.Iteration);
        }

        state.Optimizer.zero_grad();
        var loss = NextCharacter.Loss(state.Model, batches.Next());
        loss.backward();
        nn.utils.clip_grad_norm_(state.Model.parameters(), settings.Clip);
        state.Optimizer.step();
        return loss.item<float>();
    }
}
