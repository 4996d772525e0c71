using System.Diagnostics;
using Samples.CommandLine;
using Samples.Progress;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Quickstart;

/// <summary>Trains a contender on a division of the molecules.</summary>
public sealed class Training(Settings settings, Device device, CancellationToken cancellation)
{
    /// <summary>Trains from scratch; the same seed on the same machine gives the same result.</summary>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public RunResult Run(Contender contender, Split split, int seed, ILiveBar bar)
    {
        Devices.Seed(seed);
        using var depth = contender.Depth(settings.Width);
        using var model = new SolubilityModel(split.Train.Inputs.shape[1], settings.Width, depth).to(device);
        using var optimizer = optim.AdamW(model.parameters(), lr: settings.LearningRate, weight_decay: settings.WeightDecay);
        var schedule = optim.lr_scheduler.CosineAnnealingLR(optimizer, settings.Epochs);
        var (losses, testLosses) = (new double[settings.Epochs], new double[settings.Epochs]);
        var clock = new Stopwatch();
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            clock.Start();
            losses[epoch] = Epoch(model, optimizer, split.Train);
            schedule.step();
            clock.Stop();
            testLosses[epoch] = Loss(split.Test, model.call);
            bar.Advance(FormattableString.Invariant($"seed {seed}, loss {losses[epoch]:0.000}"));
        }

        return new RunResult(
            contender.Name,
            seed,
            model.parameters().Sum(parameter => parameter.numel()),
            clock.Elapsed.TotalSeconds,
            Math.Sqrt(Loss(split.Train, model.call)) * split.Target.Spread,
            Math.Sqrt(Loss(split.Test, model.call)) * split.Target.Spread,
            Math.Sqrt(Loss(split.Test, x => zeros(x.shape[0], 1, device: device))) * split.Target.Spread,
            losses,
            testLosses);
    }

    private double Epoch(Module<Tensor, Tensor> model, optim.Optimizer optimizer, Part train)
    {
        using var epoch = NewDisposeScope();
        var total = 0.0;
        foreach (var batch in randperm(train.Count, device: device).split(settings.BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            total += Step(model, optimizer, train, batch) * batch.shape[0];
        }

        return total / train.Count;
    }

    private static double Step(Module<Tensor, Tensor> model, optim.Optimizer optimizer, Part train, Tensor batch)
    {
        using var step = NewDisposeScope();
        optimizer.zero_grad();
        var predicted = model.call(train.Inputs.index_select(0, batch));
        var loss = functional.mse_loss(predicted, train.Targets.index_select(0, batch));
        loss.backward();
        optimizer.step();
        return loss.item<float>();
    }

    private static double Loss(Part part, Func<Tensor, Tensor> predict)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        return functional.mse_loss(predict(part.Inputs), part.Targets).item<float>();
    }
}
