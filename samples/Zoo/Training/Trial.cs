using Samples.CommandLine;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Training;

/// <summary>One run of a system.</summary>
/// <param name="Seed">What first weights and data are drawn from.</param>
/// <param name="Effort">How much to train.</param>
/// <param name="Device">Where the tensors live.</param>
/// <param name="Cancellation">Cancelled when the user stops it.</param>
public sealed record Trial(int Seed, Effort Effort, Device Device, CancellationToken Cancellation)
{
    private const double LargestGradient = 1;

    /// <summary>How many updates of the weights: fewer in a quick run.</summary>
    public int Updates(int quick, int otherwise) => Effort == Effort.Quick ? quick : otherwise;

    /// <summary>A fresh start of the random numbers, so that contenders begin alike.</summary>
    public void Reseed() => Devices.Seed(Seed);

    /// <summary>Makes a model from this trial's seed, whatever was drawn before.</summary>
    public T Make<T>(Func<T> model)
        where T : Module
    {
        Reseed();
        return model().to(Device);
    }

    /// <summary>Trains with AdamW, gradients clipped to norm 1, the learning rate falling to 0 along a cosine.</summary>
    /// <param name="model">What is trained.</param>
    /// <param name="updates">How many updates.</param>
    /// <param name="learningRate">The learning rate at the start.</param>
    /// <param name="loss">The loss of an update, given its number from 0; a scalar. What it makes is freed after the update.</param>
    /// <returns>The loss before each update; NaN from where it was no longer finite, and training ended.</returns>
    public IReadOnlyList<double> Train(Module model, int updates, double learningRate, Func<int, Tensor> loss)
    {
        using var optimizer = optim.AdamW(model.parameters(), lr: learningRate, weight_decay: 0.01);
        var schedule = optim.lr_scheduler.CosineAnnealingLR(optimizer, updates);
        var losses = Enumerable.Repeat(double.NaN, updates).ToArray();
        model.train();
        for (var update = 0; update < updates; update++)
        {
            Cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            using var value = loss(update);
            losses[update] = value.ToDouble();
            if (!double.IsFinite(losses[update]))
            {
                losses[update] = double.NaN;
                break;
            }

            value.backward();
            nn.utils.clip_grad_norm_(model.parameters(), LargestGradient);
            optimizer.step();
            schedule.step();
        }

        model.eval();
        return losses;
    }

    /// <summary>A number that is read off models without gradients; what is made on the way is freed.</summary>
    public static double Measure(Func<Tensor> value)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        return value().ToDouble();
    }
}
