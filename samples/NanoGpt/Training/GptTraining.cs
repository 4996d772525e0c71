using System.Diagnostics;
using NanoGpt.Checkpoints;
using NanoGpt.Data;
using Samples;
using Samples.Mpi;
using Samples.Progress;
using static TorchSharp.torch;

namespace NanoGpt.Training;

/// <summary>Does one training, from its beginning or from a checkpoint.</summary>
/// <param name="key">Which training.</param>
/// <param name="checkpoints">Where its checkpoints go.</param>
/// <param name="device">Where the tensors live.</param>
/// <param name="communicator">The processes that share each batch; the first of them writes the checkpoints.</param>
/// <param name="cancellation">Stops it, with a checkpoint.</param>
public sealed class GptTraining(TrainingKey key, CheckpointFolder checkpoints, Device device, Communicator communicator, CancellationToken cancellation)
{
    private readonly TrainingSettings settings = key.Settings;

    /// <summary>Trains through all iterations; the same seed on the same machine gives the same result, whether it was stopped between or not.</summary>
    /// <param name="from">Where to go on; null at the beginning, and on all processes but the first.</param>
    /// <param name="bar">Advanced by each iteration and by the last judgement.</param>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    /// <exception cref="SampleException">Another process cannot be reached.</exception>
    public RunResult Run(Checkpoint? from, ILiveBar bar)
    {
        using var train = tensor(key.Corpus.Train, device: device);
        using var validation = tensor(key.Corpus.Validation, device: device);
        using var state = new TrainingState(key, device);
        if (Start(from, state) is { } start)
        {
            state.Restore(start);
        }

        var judge = new Judge(validation, settings.Context, communicator);
        var batches = new Batches(train, settings.BatchSize, settings.Context, state.Random);
        if (communicator.Count == 1)
        {
            Train(state, new OwnGradient(state, batches), judge, bar);
        }
        else
        {
            using var gradient = new SharedGradient(state, batches, communicator, cancellation);
            Train(state, gradient, judge, bar);
        }

        var result = RunResult.Of(key, state, judge.Loss(state.Model));
        bar.Advance(FormattableString.Invariant($"seed {key.Seed}, validation loss {result.ValidationLoss:0.000}"));
        return result;
    }

    /// <summary>Several processes start from the first one's state, so that they agree to the last bit.</summary>
    private Checkpoint? Start(Checkpoint? from, TrainingState state)
        => communicator.Count == 1 ? from : CheckpointContent.Of(communicator.OfFirst(communicator.IsFirst ? CheckpointContent.Bytes(from ?? state.Capture()) : []));

    private void Train(TrainingState state, IBatchGradient gradient, Judge judge, ILiveBar bar)
    {
        while (state.Iteration < settings.Iterations)
        {
            var loss = TimedOrSaved(state, gradient);
            state.History = state.History.Add(loss);
            if (IsDue(state.Iteration, settings.JudgeEvery))
            {
                state.History = state.History.Close(state.Iteration, judge.Loss(state.Model, settings.JudgedBatches * settings.BatchSize));
            }

            if (IsDue(state.Iteration, settings.CheckpointEvery))
            {
                Save(state);
            }

            bar.Advance(FormattableString.Invariant($"seed {key.Seed}, loss {loss:0.000}"));
        }
    }

    private bool IsDue(int iteration, int every) => iteration % every == 0 || iteration == settings.Iterations;

    /// <summary>An iteration that cannot come to its end leaves a checkpoint of the one before.</summary>
    private double TimedOrSaved(TrainingState state, IBatchGradient gradient)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return Timed(state, gradient);
        }
        catch (Exception problem) when (problem is OperationCanceledException or SampleException)
        {
            Save(state);
            if (communicator.Count > 1 && communicator.Rank <= 1)
            {
                throw Stopped(state, problem);
            }

            throw;
        }
    }

    /// <summary>What the first process says, and the second in case the first is the one that ended.</summary>
    private SampleException Stopped(TrainingState state, Exception problem)
    {
        var reason = problem is SampleException ? problem.Message : $"Ctrl-C was pressed, or another of the {communicator.Count} processes ended.";
        return new SampleException($"Stopped after {state.Iteration} of {settings.Iterations} iterations. {reason} --resume goes on from the newest checkpoint in {checkpoints.Path}.", problem);
    }

    private void Save(TrainingState state)
    {
        if (communicator.IsFirst)
        {
            checkpoints.Save(state.Capture());
        }
    }

    private double Timed(TrainingState state, IBatchGradient gradient)
    {
        var start = Stopwatch.GetTimestamp();
        var loss = Step(state, gradient);
        state.Elapsed += Stopwatch.GetElapsedTime(start);
        state.Iteration++;
        return loss;
    }

    private double Step(TrainingState state, IBatchGradient gradient)
    {
        using var step = NewDisposeScope();
        foreach (var group in state.Optimizer.ParamGroups)
        {
            group.LearningRate = settings.RateAt(state.Iteration);
        }

        var loss = gradient.Compute();
        nn.utils.clip_grad_norm_(state.Model.parameters(), settings.Clip);
        state.Optimizer.step();
        return loss.item<float>();
    }
}
