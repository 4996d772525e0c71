using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler.impl;

namespace TorchSharp;

/// <summary>One group's way through a one-cycle schedule.</summary>
internal sealed class OneCycle
{
    private readonly ILearningRateController group;
    private readonly int place;
    private readonly (double low, double high)? momentum;
    private readonly double[] ends;
    private readonly double[] rates;
    private readonly double[] momenta;
    private readonly OneCycleLR.AnnealStrategy strategy;

    public OneCycle(
        ILearningRateController group, int place, double greatest, double divisor, double finalDivisor, (double low, double high)? momentum,
        double[] ends, OneCycleLR.AnnealStrategy strategy)
    {
        this.group = group;
        this.place = place;
        this.momentum = momentum;
        this.ends = ends;
        this.strategy = strategy;
        var initial = greatest / divisor;
        var least = initial / finalDivisor;
        rates = ends.Length == 3 ? [initial, greatest, initial, least] : [initial, greatest, least];
        var (low, high) = momentum ?? default;
        momenta = ends.Length == 3 ? [high, low, high, high] : [high, low, high];
    }

    /// <summary>The last step of each phase.</summary>
    public static double[] Ends(int steps, double rising, bool threePhases) => threePhases
        ? [rising * steps - 1, 2 * rising * steps - 2, steps - 1]
        : [rising * steps - 1, steps - 1];

    /// <summary>
    /// Sets the group's momentum for a step and returns its learning rate. The group whose place is that of the last phase goes on along
    /// the first phase for ever, and past the last step the others are at 0: TorchSharp asks the group's number for the phase's.
    /// </summary>
    public double Advance(int step)
    {
        var phase = place == ends.Length - 1 ? 0 : Array.FindIndex(ends, end => step <= end);
        var start = phase <= 0 ? 0 : ends[phase - 1];
        var share = phase < 0 ? 0 : (step - start) / (ends[phase] - start);
        if (momentum is not null)
            SetMomentum(phase < 0 ? 0 : Between(momenta[phase], momenta[phase + 1], share));
        return phase < 0 ? 0 : Between(rates[phase], rates[phase + 1], share);
    }

    private double Between(double start, double end, double share) => strategy == OneCycleLR.AnnealStrategy.Cos
        ? end + (start - end) / 2 * (Math.Cos(Math.PI * share) + 1)
        : (end - start) * share + start;

    private void SetMomentum(double value)
    {
        if (group is IBetas betas)
            betas.Betas = (value, betas.Betas.Item2);
        else if (group is IMomentum single)
            single.Momentum = value;
    }
}
